import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import { readDrawnQr } from '../../../support/read-qr.ts'
import type { RemindersBook } from '../../../support/reminders-book.ts'
import { openRemindersBook } from '../../../support/reminders-book.ts'

let book: RemindersBook
beforeEach(async () => {
  book = await openRemindersBook()
})
afterEach(() => book.close())

const signs = (personId: string) =>
  book.api.directDebit.addMandate({
    ...{ personId, reference: '', kind: 'RCUR', holder: 'C. Mulder', iban: 'NL91ABNA0417164300' },
    ...{ signedOn: '2026-10-01', usedBeforeOn: null },
  })

describe('who gets a letter', () => {
  it('is asked for what is open, then reminded of the rest alone, and left in peace once all is paid', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-09-01' })
    await book.raise()
    expect(await book.next(joyce)).toBe('request 30.00')
    expect(await book.send([joyce])).toEqual({ recorded: 1, left: [] })
    expect(await book.next(joyce)).toBe('reminder from 2026-12-14')
    await book.pay(joyce, 20)
    book.setDay('2026-12-14')
    await book.raise()
    expect(await book.next(joyce)).toBe('reminder 20.00')
    const [letter] = (await book.letters([joyce])).letters
    expect(letter?.cents).toBe(2000)
    await book.pay(joyce, 20, { day: '2026-12-14' })
    expect(await book.next(joyce)).toBe('nothing')
    expect((await book.letters([joyce])).left.map(({ reason }) => reason)).toEqual(['nothingOpen'])
  })

  it('is one household once, with the dues of both, oldest first', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    const ruud = await book.aPayer('Ruud Pinas', { from: '2026-09-01', with: joyce })
    await book.raise()
    const { payers, people } = await book.api.reminders.overview({})
    expect(payers).toHaveLength(1)
    expect(payers[0]?.cents).toBe(5000)
    expect(people.map(({ id, cents }) => [id, cents])).toEqual([
      [ruud, 3000],
      [joyce, 2000],
    ])
    const [letter] = (await book.letters([ruud, joyce])).letters
    expect(letter?.mail.body).toContain(
      [
        '- Contributie Ruud Pinas, september tot en met november 2026 (3\u00a0×\u00a0€\u00a010,00): €\u00a030,00',
        '- Contributie Joyce Pinas, oktober tot en met november 2026 (2\u00a0×\u00a0€\u00a010,00): €\u00a020,00',
        'Samen te betalen: €\u00a050,00',
      ].join('\n'),
    )
  })

  it('starts again with a request for new dues when everything before is paid', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    book.setDay('2026-11-20')
    await book.raise()
    await book.send([joyce])
    await book.pay(joyce, 10)
    book.setDay('2026-12-20')
    await book.raise()
    expect(await book.next(joyce)).toBe('request 10.00')
  })

  it('names what was asked before apart from what came since', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-11-01' })
    book.setDay('2026-11-20')
    await book.raise()
    await book.send([joyce])
    book.setDay('2026-12-15')
    await book.raise()
    const [letter] = (await book.letters([joyce])).letters
    expect(letter?.level).toBe('reminder')
    expect(letter?.mail.body).toContain(
      [
        'Hierover schreven wij u al:',
        '- Contributie november 2026: €\u00a010,00',
        'Daarna erbij gekomen:',
        '- Contributie december 2026: €\u00a010,00',
      ].join('\n'),
    )
    expect(letter?.mail.body).toContain('Op 20 november 2026 vroegen wij u')
  })

  it('is told why not: money left pays it all, a death, a house nobody knows, direct debit, no member any more', async () => {
    const [credit, dead, moved, debit, left, third] = [
      await book.aPayer('Joyce Pinas', { from: '2026-11-01' }),
      await book.aPayer('Bep Kuipers', { from: '2026-10-01' }),
      await book.aPayer('Anh Nguyen', { from: '2026-10-01' }),
      await book.aPayer('Cor Mulder', { from: '2026-10-01', method: 'incasso' }),
      await book.aPayer('Piet Zandstra', { from: '2026-10-01' }),
      await book.aPayer('Elif Demir', { from: '2026-10-01' }),
    ]
    const { api } = book
    await book.raise()
    await api.directDebit.addMandate({
      personId: debit,
      reference: '',
      kind: 'RCUR',
      holder: 'C. Mulder',
      iban: 'NL91ABNA0417164300',
      signedOn: '2026-10-01',
      usedBeforeOn: null,
    })
    await api.members.markDeceased({ personId: dead, day: '2026-11-20' })
    const nowhere = { kind: 'address', street: '', houseNumber: null, houseSuffix: '', postcode: '', city: '' } as const
    await api.members.move({ personIds: [moved], home: nowhere, day: '2026-11-20' })
    await api.members.end({ personId: left, day: '2026-11-20', reason: 'opgezegd' })
    const { dues } = await api.dues.person({ personId: credit })
    const payment = await book.pay(credit, 10)
    await api.dues.reverseAllocation({ paymentId: payment, dueId: dues[0]?.id ?? '' })
    expect((await book.status(credit)).openCents).toBe(1000)
    const told = Object.fromEntries(
      await Promise.all(
        Object.entries({ credit, dead, moved, debit, left, third }).map(async ([name, id]) => [
          name,
          await book.next(id),
        ]),
      ),
    )
    expect(told).toEqual({
      credit: 'nothing',
      dead: 'no: deceased',
      moved: 'no: unreachable',
      debit: 'no: collected',
      left: 'no: formerMember',
      third: 'request 20.00',
    })
  })

  it('is nobody whose dues would change when they are brought up to date', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-09-01' })
    await book.raise()
    await book.api.dues.endAgreement({ personId: joyce, untilDay: '2026-11-01' })
    const outdated = await book.next(joyce)
    await book.raise()
    expect([outdated, await book.next(joyce)]).toEqual(['no: outdated', 'request 20.00'])
  })

  it('is asked nothing by a letter whose direct debit was agreed from the very day of a former agreement', async () => {
    const cor = await book.aPayer('Cor Mulder', { from: '2026-10-01' })
    await book.raise()
    const { agreement } = await book.api.dues.person({ personId: cor })
    await book.api.dues.agree({
      ...{ personId: cor, fromDay: '2026-10-01', planId: agreement?.planId ?? '', intervalMonths: 1, anchorDay: null },
      ...{ payer: null, reduction: null, method: 'incasso' },
    })
    await book.raise()
    expect(await book.next(cor)).toBe('request 20.00')
    await signs(cor)
    expect(await book.next(cor)).toBe('no: collected')
  })

  it('is asked nothing while money is on its way to be collected for dues that were made anew since', async () => {
    const cor = await book.aPayer('Cor Mulder', { from: '2026-10-01', method: 'incasso' })
    await book.raise()
    await signs(cor)
    await book.api.directDebit.saveAccount({
      ...{ holder: 'Stadsdorp Oosterweide', iban: 'NL91 ABNA 0417 1643 00', creditorId: 'NL51ZZZ405365330000' },
      ...{ itemLimitCents: null, monthLimitCents: null, noticeDays: 14, painVersion: '08' },
    })
    await book.api.directDebit.make({ collectDay: '2026-12-10', text: 'Contributie', without: [] })
    const { agreement } = await book.api.dues.person({ personId: cor })
    await book.api.dues.agree({
      ...{ personId: cor, fromDay: '2026-10-01', planId: agreement?.planId ?? '', intervalMonths: 1, anchorDay: null },
      ...{ payer: null, reduction: null, method: 'overboeking' },
    })
    await book.raise()
    expect(await book.next(cor)).toBe('no: collected')
  })

  it('is asked to transfer after all when direct debit was agreed and the mandate cannot be used', async () => {
    const cor = await book.aPayer('Cor Mulder', { from: '2026-10-01', method: 'incasso' })
    await book.raise()
    expect(await book.next(cor)).toBe('request 20.00')
    const { id } = await signs(cor)
    expect(await book.next(cor)).toBe('no: collected')
    await book.api.directDebit.holdMandate({ mandateId: id, reason: 'returned' })
    expect(await book.next(cor)).toBe('request 20.00')
  })

  it('takes a pause of a person or of the household into account, until its day or until it is ended', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-09-01' })
    await book.raise()
    const payer = await book.payerOf(joyce)
    const pause = { reason: 'Komt langs bij de penningmeester', untilDay: '2026-12-01' }
    await book.api.reminders.pause({ payer, kind: 'pause', ...pause })
    expect(await book.next(joyce)).toBe('no: pause until 2026-12-01')
    book.setDay('2026-12-01')
    expect(await book.next(joyce)).toBe('request 30.00')
    const { id } = await book.api.reminders.pause({
      payer: { kind: 'person', id: joyce },
      kind: 'discussion',
      reason: '',
      untilDay: null,
    })
    expect(await book.next(joyce)).toBe('no: discussion')
    await book.api.reminders.endPause({ id })
    expect(await book.next(joyce)).toBe('request 30.00')
    expect(await codeOf(book.api.reminders.endPause({ id }))).toBe('notFound')
  })

  it('stays paused when somebody of the household pays alone from then on', async () => {
    const cor = await book.aPayer('Cor Mulder', { from: '2026-09-01' })
    await book.raise()
    const payer = await book.payerOf(cor)
    await book.api.reminders.pause({ payer, kind: 'discussion', reason: null, untilDay: null })
    const { agreement } = await book.api.dues.person({ personId: cor })
    await book.api.dues.agree({
      ...{ personId: cor, fromDay: '2026-09-01', planId: agreement?.planId ?? '', intervalMonths: 1, anchorDay: null },
      ...{ payer: { kind: 'person', id: cor }, reduction: null, method: 'overboeking' },
    })
    await book.raise()
    expect(await book.next(cor)).toBe('no: discussion')
  })

  it('cannot be paused without a day, or until a day that has been', async () => {
    const joyce = await book.aPayer('Joyce Pinas')
    const payer = await book.payerOf(joyce)
    const pause = { payer, kind: 'pause' as const, reason: null }
    expect(await codeOf(book.api.reminders.pause({ ...pause, untilDay: null }))).toBe('pauseNeedsDay')
    expect(await codeOf(book.api.reminders.pause({ ...pause, untilDay: '2026-11-23' }))).toBe('pauseInPast')
  })

  it('sums up by binnenbuurt what is open, and by nobody’s', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    await book.aPayer('Anh Nguyen', { from: '2026-11-01' })
    const { id } = await book.api.neighbourhoods.add({
      name: 'Lijsterpad',
      areaNote: null,
      targetSize: 50,
      cadencePerYear: null,
    })
    await book.api.members.joinNeighbourhood({ personId: joyce, neighbourhoodId: id, day: '2026-10-01' })
    await book.raise()
    const { neighbourhoods, openCents } = await book.api.reminders.overview({})
    expect(neighbourhoods.map(({ name, people, cents }) => [name, people, cents])).toEqual([
      ['Lijsterpad', 1, 2000],
      [null, 1, 1000],
    ])
    expect(openCents).toBe(3000)
  })
})

describe('writing down that letters went out', () => {
  it('leaves out whoever paid since they were printed, in part or whole, and says so', async () => {
    const people = [
      await book.aPayer('Joyce Pinas', { from: '2026-10-01' }),
      await book.aPayer('Anh Nguyen', { from: '2026-10-01' }),
      await book.aPayer('Cor Mulder', { from: '2026-10-01' }),
    ]
    await book.raise()
    const { letters } = await book.letters(people)
    await book.pay(people[0] ?? '', 20)
    await book.pay(people[1] ?? '', 10)
    const outcome = await book.api.reminders.record({
      way: 'letter',
      language: 'nl',
      ownLanguage: false,
      day: '2026-11-23',
      letters: letters.map(({ payer, textHash }) => ({ payer: { kind: payer.kind, id: payer.id }, textHash })),
    })
    expect(outcome.recorded).toBe(1)
    expect(outcome.left.map(({ payer, reason }) => [payer.people[0]?.given, reason]).sort()).toEqual([
      ['Anh', 'changed'],
      ['Joyce', 'nothingOpen'],
    ])
    expect(await Promise.all(people.map(book.next))).toEqual(['nothing', 'request 10.00', 'reminder from 2026-12-14'])
  })

  it('leaves no trace when nobody is left', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    await book.raise()
    const { letters } = await book.letters([joyce])
    await book.pay(joyce, 20)
    const before = await book.api.history.lastAction({})
    await book.api.reminders.record({
      way: 'letter',
      language: 'nl',
      ownLanguage: false,
      day: '2026-11-23',
      letters: letters.map(({ payer, textHash }) => ({ payer: { kind: payer.kind, id: payer.id }, textHash })),
    })
    expect(await book.api.history.lastAction({})).toEqual(before)
  })

  it('is one action, undone as a whole; the betalingskenmerk that was printed stays known', async () => {
    const people = [
      await book.aPayer('Joyce Pinas', { from: '2026-10-01' }),
      await book.aPayer('Anh Nguyen', { from: '2026-10-01' }),
    ]
    await book.raise()
    await book.api.reminders.giveReferences({ payers: await Promise.all(people.map(book.payerOf)) })
    const references = async () =>
      (await book.letters(people)).letters.map(({ mail }) => /Betalingskenmerk: ([\d ]{19})/.exec(mail.body)?.[1])
    const printed = await references()
    expect(new Set(printed).size).toBe(2)
    await book.send(people)
    const next = await book.api.history.nextUndo({})
    expect([next?.kind, next?.details.count]).toEqual(['remindersSent', 2])
    await book.api.history.undo({ actionId: next?.id ?? '' })
    expect(await Promise.all(people.map(book.next))).toEqual(['request 20.00', 'request 20.00'])
    expect(await references()).toEqual(printed)
    expect(await book.api.reminders.ofPayer({ payer: await book.payerOf(people[0] ?? '') })).toEqual([])
  })

  it('is refused for a day to come, and for letters of long ago', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    await book.raise()
    const { letters } = await book.letters([joyce])
    const payer = await book.payerOf(joyce)
    const sent = {
      way: 'letter' as const,
      language: 'nl' as const,
      ownLanguage: false,
      letters: [{ payer, textHash: letters[0]?.textHash ?? '' }],
    }
    expect(await codeOf(book.api.reminders.record({ ...sent, day: '2026-11-24' }))).toBe('dayInFuture')
    expect(await codeOf(book.api.reminders.record({ ...sent, day: '2026-11-08' }))).toBe('lettersTooOld')
  })

  it('takes letters that were printed yesterday, with the day that stands on them', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    await book.raise()
    const { letters } = await book.letters([joyce])
    book.setDay('2026-11-24')
    const payer = await book.payerOf(joyce)
    const outcome = await book.api.reminders.record({
      way: 'letter',
      language: 'nl',
      ownLanguage: false,
      day: '2026-11-23',
      letters: [{ payer, textHash: letters[0]?.textHash ?? '' }],
    })
    expect(outcome.recorded).toBe(1)
    expect((await book.api.reminders.ofPayer({ payer })).map(({ day, level }) => [day, level])).toEqual([
      ['2026-11-23', 'request'],
    ])
  })

  it('keeps a log of who got which letter, and of who got none and why, as it was that day', async () => {
    const [joyce, dead, moved, paused] = [
      await book.aPayer('Joyce Pinas', { from: '2026-10-01' }),
      await book.aPayer('Bep Kuipers', { from: '2026-10-01' }),
      await book.aPayer('Anh Nguyen', { from: '2026-10-01' }),
      await book.aPayer('Elif Demir', { from: '2026-10-01' }),
    ]
    await book.raise()
    await book.api.members.markDeceased({ personId: dead, day: '2026-11-20' })
    const nowhere = { kind: 'address', street: '', houseNumber: null, houseSuffix: '', postcode: '', city: '' } as const
    await book.api.members.move({ personIds: [moved], home: nowhere, day: '2026-11-20' })
    const { id } = await book.api.reminders.pause({
      ...{ payer: { kind: 'person', id: paused }, kind: 'pause', reason: null, untilDay: '2026-12-01' },
    })
    await book.send([joyce])
    // What comes after changes nothing of what was written down.
    await book.api.reminders.endPause({ id })
    await book.pay(joyce, 20)
    const [sending, ...others] = await book.api.reminders.log({ limit: 10 })
    const nameOf = ({ people }: { people: readonly { given: string }[] }) => people.map(({ given }) => given).join()
    expect(others).toEqual([])
    expect(sending?.letters.map((letter) => [nameOf(letter.payer), letter.level, letter.cents])).toEqual([
      ['Joyce', 'request', 2000],
    ])
    expect(sending?.withheld.map(({ payer, reason }) => [nameOf(payer), reason]).sort()).toEqual([
      ['Anh', 'unreachable'],
      ['Bep', 'deceased'],
      ['Elif', 'pause'],
    ])
    const sent = (await book.api.history.list({ limit: 20 })).actions.find(({ kind }) => kind === 'remindersSent')
    await book.api.history.undo({ actionId: sent?.id ?? '' })
    expect(await book.api.reminders.log({ limit: 10 })).toEqual([])
  })

  it('keeps who, what and when, and no name', async () => {
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    await book.raise()
    await book.send([joyce])
    const [sent] = await book.api.reminders.ofPayer({ payer: await book.payerOf(joyce) })
    expect(sent).toMatchObject({ level: 'request', day: '2026-11-23', way: 'letter', language: 'nl', cents: 2000 })
    const { actions } = await book.api.history.list({ limit: 1 })
    expect(JSON.stringify(actions[0]?.details)).not.toContain('Pinas')
  })
})

describe('a letter on paper', () => {
  const wordsOf = (page: string) => page.replace(/<[^>]+>/g, ' ').replace(/[ \n]+/g, ' ')
  const readsArabic = (personId: string) => book.api.members.change({ id: personId, fields: { languages: 'Arabisch' } })

  it('has its address in the window of the envelope, what is open, and how to pay it; and so does the file of it', async () => {
    await book.close()
    book = await openRemindersBook({
      capabilities: { shell: 'browser', printToPdf: async (html) => new TextEncoder().encode(html) },
    })
    const joyce = await book.aPayer('Joyce <b>Pinas', { from: '2026-10-01' })
    await book.raise()
    const { paper } = await book.letters([joyce])
    expect(paper?.title).toBe('Contributie Stadsdorp Oosterweide')
    expect(paper?.page).toMatch(/<div class="addressee" dir="ltr"><p><bdi>Joyce &#60;b&#62;Pinas<\/bdi><\/p>/)
    expect(wordsOf(paper?.page ?? '')).toContain('Samen te betalen €\u00a020,00')
    expect(wordsOf(paper?.page ?? '')).toContain('Rekening (IBAN) NL13 TEST 0123 4567 89')
    const [, size, path = ''] = /<svg viewBox="0 0 (\d+) \d+".*? d="([^"]+)"/s.exec(paper?.page ?? '') ?? []
    const asked = readDrawnQr({ size: Number(size), path })?.text.split('\n') ?? []
    expect(asked.slice(5, 8)).toEqual(['Stadsdorp Oosterweide', 'NL13TEST0123456789', 'EUR20.00'])
    const { file, name } = await book.api.reminders.makeLetters({
      ...{ payers: [await book.payerOf(joyce)], language: 'nl', ownLanguage: false, format: 'pdf' },
    })
    const made = new TextDecoder().decode((await book.backend.produceFile(file))?.bytes)
    expect(name).toBe('Contributie Stadsdorp Oosterweide 2026-11-23.pdf')
    expect(made.replace(/<meta http-equiv.*?<\/style>/s, '')).toBe(paper?.page)
  })

  it('is said once more in the language of who reads it, with every amount and name apart from the words around it', async () => {
    const [joyce, anh] = [
      await book.aPayer('Joyce Pinas', { from: '2026-10-01' }),
      await book.aPayer('Anh Nguyen', { from: '2026-10-01' }),
    ]
    await readsArabic(joyce)
    await book.raise()
    const [inDutch, both] = [await book.letters([joyce, anh]), await book.letters([joyce, anh], 'letter', true)]
    expect(inDutch.paper?.page.match(/<article/g)).toHaveLength(2)
    expect(both.paper?.page.match(/<article[^>]*lang="\w+"/g)).toEqual([
      '<article class="sheet" lang="nl"',
      '<article class="sheet" lang="ar"',
      '<article class="sheet" lang="nl"',
    ])
    expect(both.paper?.page).toContain('\u2068Joyce Pinas\u2069')
    expect(both.letters[0]?.mail.body).toContain('Samen te betalen')
    expect(both.letters[0]?.mail.body).toContain('المجموع المطلوب دفعه')
    // What was said more is part of what was sent: it is another letter to the one, and the same to the other.
    expect(both.letters.map(({ textHash }, at) => textHash === inDutch.letters[at]?.textHash)).toEqual([false, true])
  })
})

describe('without an account of the association', () => {
  it('no letter is made, and the screen can say so', async () => {
    await book.close()
    book = await openRemindersBook({ account: 'none' })
    const joyce = await book.aPayer('Joyce Pinas', { from: '2026-10-01' })
    await book.raise()
    expect((await book.api.reminders.overview({})).account).toBeNull()
    expect(await codeOf(book.letters([joyce]))).toBe('accountMissing')
  })
})
