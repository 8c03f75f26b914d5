import type { trash } from '../../../shared/contract/history.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { erasePerson } from '../sync/merge/erase-person.ts'
import { restoreFromTrash } from './restore-from-trash.ts'
import { trashItems } from './trash-queries.ts'

export const trashHandlers: HandlersOf<typeof trash, BookContext> = {
  list: async (_input, { db }) => ({ items: await trashItems(db) }),
  restore: async (input, context) => ({ restored: await restoreFromTrash(context, input.table, input.id) }),
  async erase({ id }, context) {
    await erasePerson(context, id)
    return null
  },
}
