import type { backups } from '../../../shared/contract/backups.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { RuleBroken } from '../rule-broken.ts'

export const backupsHandlers: HandlersOf<typeof backups, BookContext> = {
  list: async (_input, { backups: keeper, capabilities }) => ({
    backups: await keeper.list(),
    folder: keeper.folder,
    canShowFolder: capabilities.showFolder !== undefined,
    failure: keeper.failure(),
  }),
  make: async (_input, { backups: keeper }) => {
    const { made, backup } = await keeper.make('asked')
    if (!backup) throw new RuleBroken('notInExample')
    return { made, backup }
  },
  restore: (input, { books }) => books.restore(input.backupId),
  showFolder: async (_input, { backups: keeper, capabilities }) => {
    if (!capabilities.showFolder) throw new RuleBroken('notInThisShell')
    await capabilities.showFolder(keeper.folder)
    return {}
  },
}
