import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { emptyOldCare, expired } from '../../../../electron/backend/care/care-retention.ts'
import { allTables } from '../../../../electron/backend/database/schema.ts'
import { agreed, type CareBook, openCareBook } from '../../../support/care-book.ts'

let book: CareBook
beforeEach(async () => {
  book = await openCareBook()
})
afterEach(() => book.close())

/** Kept without a person in them. */
const nobodys = ['care_tally']
const careTables = allTables
  .filter(({ scope, name }) => scope === 'zorg' && !nobodys.includes(name))
  .map(({ name }) => name)
const count = (table: string) => Number(book.opened.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
const canary = 'zilverreiger'

/** One of everything that care keeps. */
async function oneOfEach() {
  const { care } = book.api
  const personId = book.ria
  const signalId = await book.aSignal({ kind: 'rouw', consent: agreed, note: canary })
  await book.aSignal({
    about: {
      ...{ kind: 'newContact', firstName: 'Ans', infix: '', lastName: 'Vos', phone: null },
      ...{ street: 'Lindelaan', houseNumber: 3, houseSuffix: '' },
    },
  })
  await book.aSignal({ about: { kind: 'place', place: canary } })
  await care.refer({ signalId, organisationId: null, organisationName: 'Wijkteam', consent: agreed })
  const how = { day: '2026-11-22', how: 'bellen', result: 'gesproken' } as const
  await care.recordContact({ personId, ...how, byPersonId: book.henk, byName: null, note: canary, consent: agreed })
  await care.planAway({ personId, from: '2026-11-20', until: null, why: 'herstel', consent: agreed })
  const plan = { place: null, hostPersonId: null, startTime: null, capacity: null, language: null, theme: null }
  const { id: gatheringId } = await book.api.gatherings.plan({
    ...{ groupId: book.group, day: '2026-11-10', title: 'Thee', programme: null, note: null, ...plan },
  })
  await book.api.gatherings.mark({ gatheringId, personId, status: 'niet_gekomen' })
  await book.api.gatherings.answerContact({ gatheringId, personId, contact: true })
  await care.setCause({ gatheringId, personId, cause: 'ziek', consent: agreed })
}

describe('ten years later', () => {
  it('nothing of care is left, and nothing of its words in the file', async () => {
    await oneOfEach()
    for (const table of careTables) expect(count(table), table).toBeGreaterThan(0)
    await book.goTo('2036-11-23')
    await emptyOldCare(book.context)
    for (const table of [...careTables, 'planned_absence']) expect(count(table), table).toBe(0)
    const values = book.opened.raw
      .prepare(
        `SELECT count(*) FROM change WHERE table_name IN (SELECT value FROM json_each(?)) AND (before IS NOT NULL OR after IS NOT NULL)`,
      )
      .pluck()
    expect(values.get(JSON.stringify([...careTables, 'planned_absence']))).toBe(0)
  })

  it('has a rule for every table of care: one that is added without is seen here', () => {
    expect(Object.keys(expired).sort()).toEqual([...careTables, 'planned_absence'].sort())
  })

  it('the year still counts what was opened, closed and referred', async () => {
    await oneOfEach()
    await book.goTo('2036-11-23')
    await emptyOldCare(book.context)
    const tally = await book.context.db.selectFrom('care_tally').select(['event', 'month', 'code']).execute()
    expect(tally.map(({ event, month, code }) => `${event} ${month} ${code}`).sort()).toEqual([
      'opened 2026-11 aandacht',
      'opened 2026-11 aandacht',
      'opened 2026-11 rouw',
      'referred 2026-11 null',
    ])
  })
})

it('takes nothing before its day, and a second run finds nothing', async () => {
  await oneOfEach()
  await book.goTo('2027-05-22')
  const before = careTables.filter((table) => table !== 'planned_absence_why').map(count)
  // Why somebody is away without an end was written down for the half year from its first day on.
  expect(await emptyOldCare(book.context)).toBe(1)
  expect(count('planned_absence_why')).toBe(0)
  expect(careTables.filter((table) => table !== 'planned_absence_why').map(count)).toEqual(before)
  expect(await emptyOldCare(book.context)).toBe(0)
})

it('lets somebody who came in need leave the book, and nobody who became something else', async () => {
  const newContact = (firstName: string) =>
    book.aSignal({
      about: {
        ...{ kind: 'newContact', firstName, infix: '', lastName: 'Vos', phone: null },
        ...{ street: 'Lindelaan', houseNumber: 3, houseSuffix: '' },
      },
    })
  await newContact('Ans')
  await newContact('Bep')
  const people = async () =>
    (await book.context.db.selectFrom('person').select('first_name').where('last_name', '=', 'Vos').execute()).map(
      ({ first_name }) => first_name,
    )
  const bep = await book.context.db
    .selectFrom('person')
    .select('id')
    .where('first_name', '=', 'Bep')
    .executeTakeFirstOrThrow()
  await book.opened.raw.exec(
    `BEGIN; UPDATE current_action SET action_seq = (SELECT max(seq) FROM action);
      UPDATE membership SET kind = 'lid' WHERE person_id = '${bep.id}';
      UPDATE current_action SET action_seq = NULL; COMMIT`,
  )
  await book.goTo('2027-05-23')
  await emptyOldCare(book.context)
  expect(await people()).toEqual(['Bep'])
})

describe('consent that is withdrawn', () => {
  it('takes everything that rested on it in one action, and leaves no byte of it', async () => {
    await oneOfEach()
    const file = () => readFileSync(`${book.context.dataFolder}/boek.db`)
    const note = await book.context.db.selectFrom('care_note').select('content').executeTakeFirstOrThrow()
    expect(count('care_note')).toBe(2)
    const { removed } = await book.api.care.withdrawConsent({ personId: book.ria })
    expect(removed).toBeGreaterThanOrEqual(6)
    for (const table of ['care_note', 'referral', 'absence_cause', 'planned_absence_why'])
      expect(count(table), table).toBe(0)
    const kinds = (await book.api.care.forPerson({ personId: book.ria })).signals.map(({ kind }) => kind)
    expect(kinds).toEqual([])
    // The neutral things stay: that there was contact, and that they are away.
    expect(count('planned_absence')).toBe(1)
    expect(await book.api.care.forPerson({ personId: book.ria })).toMatchObject({
      hasConsented: false,
      moments: [{ result: 'gesproken' }],
    })
    await book.opened.close()
    const bytes = file()
    expect(bytes.includes(note.content)).toBe(false)
    expect(bytes.includes(Buffer.from(note.content.toString('hex').toUpperCase()))).toBe(false)
  })

  it('cannot be undone', async () => {
    await book.api.care.addNote({ personId: book.ria, signalId: null, text: canary, consent: agreed })
    const noted = await book.api.history.nextUndo({})
    await book.api.care.withdrawConsent({ personId: book.ria })
    await expect(book.api.history.undo({ actionId: noted?.id ?? '' })).rejects.toMatchObject({ code: 'undoBlocked' })
    expect(count('care_note')).toBe(0)
  })
})
