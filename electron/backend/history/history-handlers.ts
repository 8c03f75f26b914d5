import type { history } from '../../../shared/contract/history.ts'
import { lockedTables } from '../care/locked-tables.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { undoAction } from '../journal/undo-action.ts'
import { RuleBroken } from '../rule-broken.ts'
import { ruleChecks } from '../rule-checks.ts'
import { actionById, actionPage, actionsOfRecord, lastAction, nextUndo } from './history-queries.ts'

export const historyHandlers: HandlersOf<typeof history, BookContext> = {
  lastAction: (_input, { db }) => lastAction(db),
  nextUndo: (_input, { db }) => nextUndo(db),
  list: (input, { db }) => actionPage(db, input.before, input.limit),
  ofRecord: (input, { db, careLock }) => actionsOfRecord(db, input, lockedTables(careLock), input.before, input.limit),
  undo: async (input, context) => {
    const actionId = input.actionId ?? (await nextUndo(context.db))?.id
    if (!actionId) throw new RuleBroken('nothingToUndo')
    await undoAction(context, actionId, ruleChecks)
    const undone = await actionById(context.db, actionId)
    if (!undone) throw new RuleBroken('notFound', { table: 'action' })
    return { undone }
  },
}
