import type { shell } from '../../../shared/contract/shell.ts'
import { mailtoOf } from '../../../shared/domain/mail-draft.ts'
import type { AppContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { RuleBroken } from '../rule-broken.ts'

export const shellHandlers: HandlersOf<typeof shell, AppContext> = {
  capabilities: (_input, { capabilities }) => ({
    chooseFolder: capabilities.chooseFolder !== undefined,
    openMail: capabilities.openMail !== undefined,
  }),
  async chooseFolder(_input, { capabilities }) {
    if (!capabilities.chooseFolder) throw new RuleBroken('notInThisShell')
    return { folder: await capabilities.chooseFolder() }
  },
  async openMail(draft, { capabilities }) {
    if (!capabilities.openMail) throw new RuleBroken('notInThisShell')
    if (mailtoOf(draft) === undefined) throw new RuleBroken('emailInvalid')
    await capabilities.openMail(draft)
    return null
  },
}
