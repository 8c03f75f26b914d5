import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { agreed, type CareBook, openCareBook } from '../../../support/care-book.ts'

let book: CareBook
beforeEach(async () => {
  book = await openCareBook()
})
afterEach(() => book.close())

const open = async () => (await book.api.care.signals({ state: 'open' })).signals
const closed = async () => (await book.api.care.signals({ state: 'gesloten' })).signals
const week = async () => (await book.api.care.week({})).items

describe('a signal', () => {
  it('has one owner and one next day from the moment it is written down', async () => {
    await expect(book.aSignal({ ownerPersonId: null })).rejects.toMatchObject({ code: 'ownerNeeded' })
    await expect(book.aSignal({ nextDay: '2026-11-22' })).rejects.toMatchObject({ code: 'nextDayPast' })
    await book.aSignal({ nextDay: '2026-11-25' })
    expect(await open()).toMatchObject([
      { personName: 'Ria Berg', ownerName: 'Henk Brouwer', nextDay: '2026-11-25', expiresDay: '2027-05-23' },
    ])
    expect(await week()).toMatchObject([{ kind: 'signal', personName: 'Ria Berg', dueDay: '2026-11-25' }])
  })

  it('goes on to a next day or is closed with a reason each time somebody looked in', async () => {
    const id = await book.aSignal()
    const next = { ownerPersonId: null, ownerName: 'Wim', nextDay: '2026-12-15', nextHow: null } as const
    const step = { id, day: '2026-11-23', how: 'langsgaan', result: 'gesproken' } as const
    await book.api.care.recordStep({ ...step, onward: { kind: 'next', ...next } })
    expect(await open()).toMatchObject([{ ownerName: 'Wim', nextDay: '2026-12-15' }])
    await book.api.care.recordStep({ ...step, how: 'bellen', onward: { kind: 'close', reason: 'geholpen' } })
    expect(await open()).toEqual([])
    expect(await closed()).toMatchObject([{ nextDay: null, closeReason: 'geholpen', closedDay: '2026-11-23' }])
    const { moments } = await book.api.care.signal({ id })
    expect(moments.map(({ byName, how }) => [byName, how])).toEqual([
      ['Wim', 'bellen'],
      ['Henk Brouwer', 'langsgaan'],
    ])
    await expect(book.api.care.closeSignal({ id, reason: 'geholpen' })).rejects.toMatchObject({ code: 'signalClosed' })
  })

  it('may be about an address of which nobody knows who lives there, and that address is sealed', async () => {
    const id = await book.aSignal({ about: { kind: 'place', place: 'Lindelaan 12, boven' }, kind: 'opgevallen' })
    expect(await open()).toMatchObject([{ personId: null, place: 'Lindelaan 12, boven' }])
    const row = await book.context.db
      .selectFrom('signal')
      .select('place')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    expect(row.place?.toString('latin1')).not.toContain('Lindelaan')
  })

  it('brings somebody who is not in the book into it as a contact, outside the members', async () => {
    const members = async () => (await book.api.neighbourhoods.list({})).open[0]
    const before = await members()
    await book.aSignal({
      about: {
        ...{ kind: 'newContact', firstName: 'Ans', infix: '', lastName: 'Vos', phone: null },
        ...{ street: 'Lindelaan', houseNumber: 3, houseSuffix: '' },
      },
    })
    const [signal] = await open()
    expect(signal).toMatchObject({ personName: 'Ans Vos' })
    const page = await book.api.members.get({ id: signal?.personId ?? '' })
    expect(page.status).toBe('contact')
    expect(await members()).toEqual(before)
    expect(await book.api.care.forPerson({ personId: signal?.personId ?? '' })).toMatchObject({
      contactUntil: '2027-05-23',
    })
  })

  it('warns a month before it ends and stays another half year when somebody says it is still needed', async () => {
    const id = await book.aSignal()
    await book.goTo('2027-04-22')
    expect(await open()).toMatchObject([{ endsSoon: false, overdue: true }])
    await book.goTo('2027-04-23')
    expect(await open()).toMatchObject([{ endsSoon: true }])
    expect(await book.api.care.renewSignal({ id })).toEqual({ expiresDay: '2027-10-23' })
    expect(await open()).toMatchObject([{ endsSoon: false }])
  })

  it('points a person to an organisation only when they agreed to it', async () => {
    const signalId = await book.aSignal()
    const referral = { signalId, organisationId: null, organisationName: 'Wijkteam Oosterweide' }
    await expect(book.api.care.refer({ ...referral, consent: null })).rejects.toMatchObject({ code: 'consentNeeded' })
    const { id } = await book.api.care.refer({ ...referral, consent: agreed })
    await book.api.care.setReferralOutcome({ id, outcome: 'aangenomen' })
    expect((await book.api.care.signal({ id: signalId })).referrals).toMatchObject([
      { organisationName: 'Wijkteam Oosterweide', outcome: 'aangenomen' },
    ])
  })

  it('is taken back as a whole by undo', async () => {
    await book.aSignal({ consent: agreed, note: 'Belt liever zelf.' })
    await book.undoLast()
    expect(await open()).toEqual([])
    expect((await book.api.care.forPerson({ personId: book.ria })).notes).toEqual([])
  })

  it('is closed for somebody who died, and waits for another owner when the owner did', async () => {
    const about = await book.aPerson('Ko Dood')
    await book.aSignal({ about: { kind: 'person', personId: about } })
    await book.aSignal()
    await book.api.members.markDeceased({ personId: about, day: '2026-11-23' })
    expect(await closed()).toMatchObject([{ personName: 'Ko Dood', closeReason: 'overleden' }])
    await book.api.members.markDeceased({ personId: book.henk, day: '2026-11-23' })
    expect(await open()).toMatchObject([{ personName: 'Ria Berg', ownerName: null }])
  })
})

describe('what needs consent', () => {
  it.each(['gezondheid', 'eenzaam', 'mantelzorg', 'rouw', 'geld', 'veiligheid'] as const)(
    'refuses the kind %s without it and keeps it with it',
    async (kind) => {
      await expect(book.aSignal({ kind })).rejects.toMatchObject({ code: 'consentNeeded' })
      await book.aSignal({ kind, consent: agreed })
      expect(await open()).toMatchObject([{ kind, hasConsent: true }])
    },
  )

  it('refuses a note without it, and nobody can have agreed for an address', async () => {
    await expect(book.aSignal({ note: 'iets' })).rejects.toMatchObject({ code: 'consentNeeded' })
    await expect(
      book.api.care.addNote({ personId: book.ria, signalId: null, text: 'iets', consent: null }),
    ).rejects.toMatchObject({ code: 'consentNeeded' })
    const about = { kind: 'place', place: 'Lindelaan 12' } as const
    await expect(book.aSignal({ about, kind: 'eenzaam', consent: agreed })).rejects.toMatchObject({
      code: 'consentNeeded',
    })
  })

  it.each([
    [
      "INSERT INTO signal (id, person_id, kind, source, opened_day, renewed_day, expires_day, state, next_day) VALUES ('x', 'p', ?, 'buur', '', '', '', 'open', 'd')",
      'gezondheid',
      'aandacht',
    ],
    [
      "INSERT INTO planned_absence_why (id, planned_absence_id, person_id, expires_day, why) VALUES ('x', 'a', 'p', '2027-01-01', ?)",
      'ziekenhuis',
      'reis',
    ],
    [
      "INSERT INTO absence_cause (id, gathering_id, person_id, cause, expires_day) VALUES ('x', 'g', 'p', ?, '')",
      'ziek',
      'vervoer',
    ],
  ])('is refused by the database itself: %s', (statement, special, neutral) => {
    const { raw } = book.opened
    raw.exec('BEGIN; UPDATE current_action SET action_seq = (SELECT max(seq) FROM action)')
    expect(() => raw.prepare(statement).run(special)).toThrow(/CHECK constraint failed/)
    expect(() => raw.prepare(statement).run(neutral)).not.toThrow()
    raw.exec('ROLLBACK')
  })

  it('is refused by the database itself for a note that lacks any part of it', () => {
    const { raw } = book.opened
    const note = raw.prepare(
      "INSERT INTO care_note (id, person_id, written_day, expires_day, content, consent_by, consent_how, consent_day, consent_text) VALUES (?, 'p', '', '', x'00', ?, ?, ?, ?)",
    )
    raw.exec('BEGIN; UPDATE current_action SET action_seq = (SELECT max(seq) FROM action)')
    const whole = ['zelf', 'mondeling', '2026-11-20', 1]
    for (const at of whole.keys())
      expect(() => note.run(`n${at}`, ...whole.map((value, each) => (each === at ? null : value)))).toThrow(/CHECK/)
    expect(() => note.run('whole', ...whole)).not.toThrow()
    raw.exec('ROLLBACK')
  })
})

describe('a citizen service number', () => {
  it('is refused in every text of care', async () => {
    const bsn = 'zijn nummer is 111222333'
    await expect(book.aSignal({ consent: agreed, note: bsn })).rejects.toMatchObject({
      code: 'bsnInText',
      details: { field: 'note' },
    })
    await expect(book.aSignal({ about: { kind: 'place', place: bsn } })).rejects.toMatchObject({
      details: { field: 'about.place' },
    })
    await expect(book.aSignal({ ownerPersonId: null, ownerName: bsn })).rejects.toMatchObject({
      details: { field: 'ownerName' },
    })
    expect(await open()).toEqual([])
  })

  it('is not seen in the id of a record, where figures stand by chance', async () => {
    const id = '019a-b111222333c'
    await expect(book.api.care.signal({ id })).rejects.toMatchObject({ code: 'notFound' })
    await expect(book.api.care.closeSignal({ id, reason: 'geholpen' })).rejects.toMatchObject({ code: 'notFound' })
  })
})
