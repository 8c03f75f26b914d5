import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeNote } from '../../../../electron/backend/care/note-text.ts'
import { renewSignal } from '../../../../electron/backend/care/take-step.ts'
import { allTables } from '../../../../electron/backend/database/schema.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { referencesTo } from '../../../../electron/backend/journal/references.ts'
import { emptyPast } from '../../../../electron/backend/retention/empty-past.ts'
import { agreed, type CareBook, openCareBook } from '../../../support/care-book.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

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

/** Everywhere a person can be named, but for what looking after them wrote down itself. */
const ofNeed = [
  'care_contact',
  'membership',
  'contact_moment',
  'follow_up',
  'signal',
  'referral',
  'care_note',
  'planned_absence_why',
]
const usesOfAPerson = referencesTo('person').flatMap(({ table, column }) =>
  column === 'person_id' && ofNeed.includes(table.name) ? [] : [[table.name, column] as const],
)

/** A row of the table that names the person; its other values are of no matter here, so its rules are put aside. */
async function putUseIn({ opened }: CareBook, table: string, column: string, personId: string) {
  const columns = opened.raw.pragma(`table_info(${table})`) as { name: string; type: string; notnull: number }[]
  const values = columns.flatMap(({ name, type, notnull }) => {
    if (name === 'id') return [[name, `'use of ${personId}'`]]
    if (name === column) return [[name, `'${personId}'`]]
    if (notnull === 0 || name === 'row_no') return []
    return [[name, type === 'INTEGER' ? '1' : type === 'BLOB' ? "x'00'" : "'9999-12-31'"]]
  })
  const [names, given] = [values.map(([name]) => name), values.map(([, value]) => value)]
  opened.raw.exec(`PRAGMA ignore_check_constraints = 1; BEGIN;
    UPDATE current_action SET action_seq = (SELECT max(seq) FROM action);
    INSERT INTO ${table} (${names.join(', ')}) VALUES (${given.join(', ')});
    UPDATE current_action SET action_seq = NULL; COMMIT; PRAGMA ignore_check_constraints = 0`)
}

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
  const { id: gatheringId } = await book.api.gatherings.plan({
    ...plainGathering,
    groupId: book.group,
    day: '2026-11-10',
    title: 'Thee',
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
    await emptyPast(book.context)
    for (const table of [...careTables, 'planned_absence']) expect(count(table), table).toBe(0)
    const values = book.opened.raw
      .prepare(
        `SELECT count(*) FROM change WHERE table_name IN (SELECT value FROM json_each(?)) AND (before IS NOT NULL OR after IS NOT NULL)`,
      )
      .pluck()
    expect(values.get(JSON.stringify([...careTables, 'planned_absence']))).toBe(0)
  })

  it('the year still counts what was opened, closed and referred', async () => {
    await oneOfEach()
    await book.goTo('2036-11-23')
    await emptyPast(book.context)
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
  const before = careTables.map(count)
  expect(await emptyPast(book.context)).toBe(0)
  expect(careTables.map(count)).toEqual(before)
  await book.goTo('2027-05-23')
  expect(await emptyPast(book.context)).toBeGreaterThan(0)
  expect(await emptyPast(book.context)).toBe(0)
})

it('lets nobody put off the day on which it goes why somebody is away', async () => {
  const { id } = await book.api.care.planAway({
    ...{ personId: book.ria, from: '2026-11-20', until: null, why: 'herstel', consent: agreed },
  })
  await book.goTo('2027-05-20')
  await book.api.care.changeAway({ id, from: '2027-05-20', until: '2027-12-01' })
  await book.goTo('2027-05-23')
  await emptyPast(book.context)
  expect([count('planned_absence'), count('planned_absence_why')]).toEqual([1, 0])
})

it('lets why somebody is away go half a year after it began where version 4 wrote it, without a day of its own', async () => {
  await book.api.care.planAway({
    ...{ personId: book.ria, from: '2026-12-01', until: null, why: 'herstel', consent: agreed },
  })
  await write(book.context, { kind: 'awayChanged' }, (tx) =>
    tx.updateTable('planned_absence_why').set({ expires_day: null }).execute(),
  )
  await book.goTo('2027-05-31')
  await emptyPast(book.context)
  expect(count('planned_absence_why')).toBe(1)
  await book.goTo('2027-06-01')
  await emptyPast(book.context)
  expect([count('planned_absence'), count('planned_absence_why')]).toEqual([1, 0])
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
  await emptyPast(book.context)
  expect(await people()).toEqual(['Bep'])
})

it('lets somebody who came in need stay in the book where anything names them, though not that it was because of need', async () => {
  const newContact = async (lastName: string, houseNumber: number) => {
    await book.aSignal({
      about: {
        ...{ kind: 'newContact', firstName: 'Ans', infix: '', lastName, phone: null },
        ...{ street: 'Lindelaan', houseNumber, houseSuffix: '' },
      },
    })
    const { id } = await book.context.db
      .selectFrom('person')
      .select('id')
      .where('last_name', '=', lastName)
      .executeTakeFirstOrThrow()
    return id
  }
  // Nothing but care knows any of them; then all but the last are named somewhere else, each in one place.
  const named = new Map<string, string>()
  for (const [at, [table, column]] of usesOfAPerson.entries()) {
    const id = await newContact(`Vos${at}`, at + 1)
    await putUseIn(book, table, column, id)
    named.set(id, `${table}.${column}`)
  }
  named.set(await newContact('Nergens', usesOfAPerson.length + 1), 'nowhere')
  expect(named.size).toBe(usesOfAPerson.length + 1)
  await book.goTo('2027-05-23')
  await emptyPast(book.context)
  const there = book.opened.raw.prepare('SELECT 1 FROM person WHERE id = ?')
  expect([...named].flatMap(([id, where]) => (there.get(id) === undefined ? [where] : []))).toEqual(['nowhere'])
  expect(count('care_contact')).toBe(0)
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

  it('takes what was taken back before as well: undoing that brings nothing back', async () => {
    const { care, history } = book.api
    await care.addNote({ personId: book.ria, signalId: null, text: canary, consent: agreed })
    await history.undo({})
    const undone = (await history.lastAction({}))?.id ?? ''
    await book.aSignal({ kind: 'rouw', consent: agreed })
    const known = () =>
      book.opened.raw
        .prepare(
          "SELECT count(*) FROM change WHERE table_name = 'care_note' AND (before IS NOT NULL OR after IS NOT NULL)",
        )
        .pluck()
        .get()
    expect(known()).toBe(2)
    await care.withdrawConsent({ personId: book.ria })
    expect(known()).toBe(0)
    await expect(history.undo({ actionId: undone })).rejects.toMatchObject({ code: 'undoBlocked' })
    expect(count('care_note')).toBe(0)
  })

  it('takes what a row said on it out of the journal when the row says something else by now', async () => {
    await oneOfEach()
    const [gathering] = await book.context.db.selectFrom('absence_cause').select('gathering_id').execute()
    const cause = { gatheringId: gathering?.gathering_id ?? '', personId: book.ria }
    await book.api.care.setCause({ ...cause, cause: 'vervoer', consent: null })
    const told = () =>
      JSON.stringify(
        book.opened.raw.prepare("SELECT before, after FROM change WHERE table_name = 'absence_cause'").all(),
      )
    expect(told()).not.toContain('ziek')
    await book.api.care.withdrawConsent({ personId: book.ria })
    expect(await book.api.care.causes({ gatheringId: cause.gatheringId })).toMatchObject({
      causes: [{ cause: 'vervoer' }],
    })
  })
})

it('what the year counts of a signal leads back to nobody: not through whom somebody was in touch with', async () => {
  const id = await book.aSignal({ kind: 'rouw', consent: agreed })
  const onward = { kind: 'close', reason: 'geholpen' } as const
  await book.api.care.recordStep({ id, day: '2026-11-22', how: 'bellen', result: 'gesproken', onward })
  const naming = () =>
    book.opened.raw
      .prepare("SELECT count(*) FROM change WHERE instr(coalesce(before, '') || coalesce(after, ''), ?) > 0")
      .pluck()
      .get(id)
  expect(naming()).toBeGreaterThan(0)
  await book.api.care.withdrawConsent({ personId: book.ria })
  expect(count('care_tally')).toBe(2)
  expect(naming()).toBe(0)
})

it('a note is mended by who wrote it, and what it said before is known to nobody', async () => {
  const { care } = book.api
  const { id } = await care.addNote({ personId: book.ria, signalId: null, text: canary, consent: agreed })
  const before = await book.context.db.selectFrom('care_note').selectAll().executeTakeFirstOrThrow()
  await book.goTo('2027-01-10')
  await care.changeNote({ id, text: 'Ria belt liever zelf.' })
  expect((await care.forPerson({ personId: book.ria })).notes).toMatchObject([
    { text: 'Ria belt liever zelf.', consent: agreed, expiresDay: before.expires_day, isOwn: true },
  ])
  const journal = JSON.stringify(
    book.opened.raw.prepare("SELECT before, after FROM change WHERE table_name = 'care_note'").all(),
  )
  expect(journal).not.toContain(before.content.toString('hex').toUpperCase())
  expect(journal).toContain('content')
  expect((await book.api.history.lastAction({}))?.undoable).toBe(false)
  const elsewhere = { ...book.context, device: 'another' }
  await expect(changeNote(elsewhere, { id, text: 'x' })).rejects.toMatchObject({ code: 'notFound' })
})

it('what somebody makes last longer while the past is being cleared away stays', async () => {
  const { context, aSignal, setDay, opened } = book
  const id = await aSignal()
  setDay('2027-05-23')
  let renewing: Promise<unknown> | undefined
  const now = () => {
    // Between looking what is past and letting it go.
    renewing ??= renewSignal(context, id)
    return context.now()
  }
  await emptyPast({ ...context, now })
  await renewing
  expect(opened.raw.prepare('SELECT expires_day FROM signal').pluck().all()).toEqual(['2027-11-23'])
})
