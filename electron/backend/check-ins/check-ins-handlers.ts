import type { checkIns } from '../../../shared/contract/check-ins.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { listCodes } from './check-in-queries.ts'
import { fillCheckIn, removeCheckIns } from './fill-check-in.ts'

export const checkInsHandlers: HandlersOf<typeof checkIns, BookContext> = {
  async list(_input, { db, today }) {
    return { today: today(), codes: await listCodes(db) }
  },
  fill: (input, context) => fillCheckIn(context, input),
  async remove({ code }, context) {
    await removeCheckIns(context, code)
    return null
  },
}
