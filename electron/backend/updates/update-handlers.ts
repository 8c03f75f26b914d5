import type { updates } from '../../../shared/contract/updates.ts'
import type { Capabilities, UpdateState } from '../capabilities.ts'
import type { AppContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { RuleBroken } from '../rule-broken.ts'

type Updates = NonNullable<Capabilities['updates']>

export const updatesHandlers: HandlersOf<typeof updates, AppContext> = {
  status: (_input, context) => take(context, (shell) => shell.state()),
  check: (_input, context) => take(context, (shell) => shell.check()),
  download: (_input, context) => take(context, (shell) => shell.download()),
  install: async (_input, context) => {
    const shell = context.capabilities.updates
    if (!shell || (await shell.state()).state !== 'downloaded') throw new RuleBroken('updateNotReady')
    // A copy that cannot be made stops the update: a new version may change the file, and this is the way back.
    await context.books.current()?.backups.make('update')
    await shell.install()
    return {}
  },
}

async function take(context: AppContext, step: (shell: Updates) => Promise<UpdateState>) {
  const shell = context.capabilities.updates
  const known: UpdateState = shell ? await step(shell) : { state: 'none', version: null }
  return { ...known, currentVersion: context.appVersion, possible: shell !== undefined }
}
