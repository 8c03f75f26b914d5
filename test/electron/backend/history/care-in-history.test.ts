// Whoever looks over a shoulder may open the history of a neighbour: while care is shut nothing of care is in it.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { agreed, type CareBook, openCareBook } from '../../../support/care-book.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

let book: CareBook
let gatheringId: string
beforeEach(async () => {
  book = await openCareBook()
  const gathering = await book.api.gatherings.plan({
    ...plainGathering,
    groupId: book.group,
    day: '2026-11-10',
    title: 'Thee',
  })
  gatheringId = gathering.id
  const personId = book.ria
  await book.api.gatherings.mark({ gatheringId, personId, status: 'niet_gekomen' })
  await book.api.care.setCause({ gatheringId, personId, cause: 'vervoer', consent: null })
  await book.api.care.setCause({ gatheringId, personId, cause: 'ziek', consent: agreed })
  const { id } = await book.api.care.planAway({
    ...{ personId, from: '2026-11-20', until: null, why: 'herstel', consent: agreed },
  })
  await book.api.care.removeAway({ id })
  await book.aSignal({ kind: 'rouw', consent: agreed })
})
afterEach(() => book.close())

const ofRecord = async (table: 'person' | 'gathering', id: string) =>
  (await book.api.history.ofRecord({ table, id, limit: 200 })).actions
const careKinds = ['absenceCauseSet', 'signalOpened']

it('the history of a person and of a gathering tells causes and signals while care is open', async () => {
  for (const told of [await ofRecord('person', book.ria), await ofRecord('gathering', gatheringId)])
    expect(told.map(({ kind }) => kind)).toContain('absenceCauseSet')
  expect(JSON.stringify(await ofRecord('person', book.ria))).toContain('planned_absence_why')
})

it('and nothing of them while it is shut, though why somebody is away has the id of the absence itself', async () => {
  await book.api.care.lock({})
  for (const told of [await ofRecord('person', book.ria), await ofRecord('gathering', gatheringId)]) {
    const text = JSON.stringify(told)
    for (const word of ['absence_cause', 'planned_absence_why', 'signal', 'ziek', 'herstel', 'rouw'])
      expect(text, word).not.toContain(word)
    for (const kind of careKinds) expect(told.map((each) => each.kind)).not.toContain(kind)
  }
  const away = (await ofRecord('person', book.ria)).find(({ kind }) => kind === 'awayRemoved')
  expect(away?.changes.map(({ table }) => table)).toEqual(['planned_absence'])
})

it('an action named after somebody is left out when it touched nothing but care', async () => {
  const cause = await book.context.db.selectFrom('action').select('id').where('kind', '=', 'absenceCauseSet').execute()
  await book.context.db
    .updateTable('action')
    .set({ subject_table: 'person', subject_id: book.ria })
    .where('id', '=', cause[0]?.id ?? '')
    .execute()
  await book.api.care.lock({})
  expect((await ofRecord('person', book.ria)).map(({ kind }) => kind)).not.toContain('absenceCauseSet')
})

it('the sentences of the whole book, which everybody sees, hold no code of care', async () => {
  await book.api.history.undo({})
  const { actions } = await book.api.history.list({ limit: 200 })
  expect(actions.map(({ kind }) => kind)).toEqual(expect.arrayContaining(careKinds))
  const text = JSON.stringify([actions, await book.api.history.lastAction({}), await book.api.history.nextUndo({})])
  for (const word of ['ziek', 'herstel', 'rouw', 'vervoer']) expect(text, word).not.toContain(word)
})
