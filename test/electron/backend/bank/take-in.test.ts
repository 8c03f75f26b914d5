import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { accountViews } from '../../../../electron/backend/bank/account-views.ts'
import { bankAccounts, bankFiles } from '../../../../electron/backend/bank/bank-queries.ts'
import { checkBank } from '../../../../electron/backend/bank/check-bank.ts'
import { openLineText } from '../../../../electron/backend/bank/line-text.ts'
import { checkOriginals, openOriginal, sha256Of } from '../../../../electron/backend/bank/original-file.ts'
import { previewTakeIn } from '../../../../electron/backend/bank/preview-take-in.ts'
import { takeIn } from '../../../../electron/backend/bank/take-in.ts'
import { aBankFile, anEntry, aStatement, openSession, ownIban, takeInFile } from '../../../support/bank-book.ts'
import { openPeopleBook, type PeopleBook } from '../../../support/people-book.ts'

let book: PeopleBook
beforeEach(async () => {
  book = await openPeopleBook()
})
afterEach(() => book.close())

/** Day and cents of the lines that count, in order. */
const liveLines = () =>
  book.opened.raw
    .prepare(
      `SELECT book_day || ' ' || amount_cents FROM bank_line l WHERE reverses_id IS NULL AND parent_id IS NULL
        AND (SELECT sum(amount_cents) FROM bank_line WHERE id = l.id OR reverses_id = l.id) <> 0 ORDER BY book_day, row_no`,
    )
    .pluck()
    .all()

const november = (entries = [anEntry(), anEntry({ bookDay: '2026-11-03', cents: 2500 })]) =>
  aBankFile([aStatement(entries)])

describe('taking a file in', () => {
  test('also when the account got another number since: the former number is an account of its own', async () => {
    await takeInFile(book.context, november())
    const settings = { creditorId: null, itemLimitCents: null, monthLimitCents: null, noticeDays: 14 }
    await book.api.directDebit.saveAccount({
      ...{ ...settings, holder: 'Stadsdorp Oosterweide', iban: 'NL91ABNA0417164300', painVersion: '08' },
    })
    await takeInFile(book.context, aBankFile([aStatement([anEntry({ bookDay: '2026-11-09', cents: 700 })])]))
    expect((await bankAccounts(book.context.db)).map(({ iban }) => iban)).toEqual(['NL91ABNA0417164300', ownIban])
  })

  test('puts its lines in the book, with what was written sealed beside them', async () => {
    const taken = await takeInFile(book.context, november())
    expect(taken).toMatchObject({ count: 2, leftOut: 0 })
    expect(liveLines()).toEqual(['2026-11-02 1000', '2026-11-03 2500'])

    const rows = book.opened.raw.prepare('SELECT id, content FROM bank_line_text').all() as {
      id: string
      content: Buffer
    }[]
    for (const { content } of rows) expect(content.toString('latin1')).not.toContain('Pinas')
    const opener = await book.context.sealing.forReading()
    const texts = rows.map(({ id, content }) => opener && openLineText(opener, id, content))
    expect(texts[0]).toMatchObject({ counterName: 'J. Pinas', text: 'Contributie november' })
  })

  test('names no payer in the line itself or in the journal', async () => {
    await takeInFile(book.context, november())
    const said = JSON.stringify(book.opened.raw.prepare('SELECT table_name, before, after FROM change').all())
    expect(said).toContain('bank_line_text')
    for (const secret of ['Pinas', 'NL91TEST0417164300', 'Contributie november']) expect(said).not.toContain(secret)
  })

  test('keeps the new account under the name it got, the first as the main one', async () => {
    await takeInFile(book.context, november())
    expect(await bankAccounts(book.context.db)).toMatchObject([{ name: 'Betaalrekening', iban: ownIban, isMain: true }])
    const savings = aBankFile([aStatement([anEntry()], { account: 'NL44TEST0999999999' })])
    await takeIn(book.context, await openSession(book.context, savings, { name: 'Spaarrekening' }))
    expect(await bankAccounts(book.context.db)).toMatchObject([
      { name: 'Betaalrekening', isMain: true },
      { name: 'Spaarrekening', isMain: false },
    ])
  })

  test('asks for a name of a new account first', async () => {
    const session = await openSession(book.context, november(), { name: ' ' })
    await expect(takeIn(book.context, session)).rejects.toMatchObject({ code: 'bankAccountUnnamed' })
    expect(liveLines()).toEqual([])
  })

  test('knows an account by the nine digits that some files give for it', async () => {
    const iban = 'NL02ABNA0123456789'
    await takeInFile(book.context, aBankFile([aStatement([anEntry()], { account: iban })]))
    const bare = aBankFile([aStatement([anEntry(), anEntry({ cents: 700 })], { account: '123456789' })])
    await takeInFile(book.context, bare)
    expect(await bankAccounts(book.context.db)).toHaveLength(1)
    expect(liveLines()).toEqual(['2026-11-02 1000', '2026-11-02 700'])
  })

  test('leaves amounts of nothing and statements in another currency out', async () => {
    const dollars = aStatement([anEntry()], { currency: 'USD', account: 'NL44TEST0999999999' })
    await takeInFile(book.context, aBankFile([aStatement([anEntry(), anEntry({ cents: 0 })]), dollars]))
    expect(liveLines()).toEqual(['2026-11-02 1000'])
  })

  test('keeps the items of a batch beside their total, which alone is money', async () => {
    const batch = anEntry({ cents: 3000, items: [anEntry({ cents: 1000 }), anEntry({ cents: 2000 })] })
    await takeInFile(book.context, november([batch]))
    expect(liveLines()).toEqual(['2026-11-02 3000'])
    const [account] = await accountViews(book.context.db)
    expect(account).toMatchObject({ lines: 1 })
    const items = book.opened.raw
      .prepare('SELECT amount_cents FROM bank_line WHERE parent_id IS NOT NULL ORDER BY row_no')
      .pluck()
      .all()
    expect(items).toEqual([1000, 2000])
  })
})

describe('the same again', () => {
  test('the same file brings nothing, and says when it was taken in', async () => {
    const bytes = Buffer.from('the very same bytes')
    await takeInFile(book.context, november(), { bytes })
    const again = await openSession(book.context, november(), { bytes })
    expect(await previewTakeIn(book.context, again)).toMatchObject({
      hindrance: 'bankFileKnown',
      takenAt: book.context.now().toISOString(),
      counts: { all: 2, new: 0, known: 2 },
    })
    await expect(takeIn(book.context, again)).rejects.toMatchObject({ code: 'bankFileKnown' })
  })

  test('an overlapping file brings only what is new', async () => {
    await takeInFile(book.context, november())
    const later = november([
      anEntry({ bookDay: '2026-11-03', cents: 2500 }),
      anEntry({ bookDay: '2026-11-04', cents: 500 }),
    ])
    const session = await openSession(book.context, later)
    expect(await previewTakeIn(book.context, session)).toMatchObject({ counts: { all: 2, new: 1, known: 1 } })
    await takeIn(book.context, session)
    expect(liveLines()).toEqual(['2026-11-02 1000', '2026-11-03 2500', '2026-11-04 500'])
  })

  test('two real payments that are equal in everything are both kept, and counted once in a next file', async () => {
    const twice = november([anEntry(), anEntry()])
    await takeInFile(book.context, twice)
    expect(liveLines()).toEqual(['2026-11-02 1000', '2026-11-02 1000'])
    await takeInFile(book.context, november([anEntry(), anEntry(), anEntry()]))
    expect(liveLines()).toHaveLength(3)
    await takeInFile(book.context, november([anEntry()]))
    expect(liveLines()).toHaveLength(3)
  })

  test('spaces, capitals and lost accents do not make another line of it', async () => {
    await takeInFile(book.context, november([anEntry({ counterIban: null, counterName: 'R. Öztürk', text: 'Lid 12' })]))
    await takeInFile(
      book.context,
      november([anEntry({ counterIban: null, counterName: 'R. OZTURK', text: 'lid  12' })]),
    )
    expect(liveLines()).toHaveLength(1)
  })

  test("the bank's own number tells lines apart that are equal, and joins those that are not", async () => {
    await takeInFile(book.context, november([anEntry({ bankRef: '1' })]))
    await takeInFile(book.context, november([anEntry({ bankRef: '2' }), anEntry({ bankRef: '1', text: 'elders' })]))
    expect(liveLines()).toHaveLength(2)
  })
})

describe('a file of another kind over the same days', () => {
  const csv = () => aBankFile([aStatement([anEntry(), anEntry({ cents: 2500 })])], { format: 'ing' })
  const camt = () =>
    aBankFile([aStatement([anEntry({ text: 'CONTRIBUTIE/NOV' }), anEntry({ cents: 2500, text: 'anders' })])], {
      format: 'camt.053.001.02',
    })

  test('asks one question for all lines that are probably there already', async () => {
    await takeInFile(book.context, csv())
    const session = await openSession(book.context, camt())
    expect(await previewTakeIn(book.context, session)).toMatchObject({
      hindrance: 'bankSameLinesOpen',
      sameCount: 2,
      counts: { new: 0, same: 2 },
      samePairs: [{ text: 'CONTRIBUTIE/NOV', bookText: 'Contributie november' }, {}],
    })
    await expect(takeIn(book.context, session)).rejects.toMatchObject({ code: 'bankSameLinesOpen' })
  })

  test('brings nothing twice when they are the same', async () => {
    await takeInFile(book.context, csv())
    const session = await openSession(book.context, camt())
    session.choices = { includeToday: false, sameLines: 'skip' }
    await takeIn(book.context, session)
    expect(liveLines()).toHaveLength(2)
  })

  test('brings them when they are said to be others', async () => {
    await takeInFile(book.context, csv())
    const session = await openSession(book.context, camt())
    session.choices = { includeToday: false, sameLines: 'take' }
    await takeIn(book.context, session)
    expect(liveLines()).toHaveLength(4)
  })

  test('counts: of two equal lines one is new when the book has one', async () => {
    await takeInFile(book.context, aBankFile([aStatement([anEntry()])], { format: 'ing' }))
    const two = aBankFile([aStatement([anEntry({ text: 'a' }), anEntry({ text: 'b' })])], { format: 'mt940' })
    expect(await previewTakeIn(book.context, await openSession(book.context, two))).toMatchObject({
      counts: { new: 1, same: 1 },
    })
  })
})

describe('lines of today', () => {
  const withToday = () =>
    aBankFile([
      aStatement([anEntry(), anEntry({ bookDay: '2026-11-23', cents: 300 })], {
        openDay: '2026-11-01',
        openCents: 0,
        closeDay: '2026-11-23',
        closeCents: 1300,
        balanced: true,
      }),
    ])

  test('wait for the next file, because the day is not over', async () => {
    const session = await openSession(book.context, withToday())
    expect(await previewTakeIn(book.context, session)).toMatchObject({
      counts: { new: 1, today: 1 },
      accounts: [{ lines: 2, newLines: 1, waitingLines: 1, closeDay: '2026-11-22', closeCents: 1000 }],
    })
    expect(await takeIn(book.context, session)).toMatchObject({ count: 1, leftOut: 1 })
    expect(liveLines()).toEqual(['2026-11-02 1000'])
  })

  test('are not those of a day that is still to come, which are counted apart', async () => {
    const session = await openSession(book.context, aBankFile([aStatement([anEntry({ bookDay: '2026-12-23' })])]))
    expect(await previewTakeIn(book.context, session)).toMatchObject({ counts: { new: 0, today: 0, later: 1 } })
  })

  test('come with the same file the next day', async () => {
    const bytes = Buffer.from('downloaded on Monday')
    await takeInFile(book.context, withToday(), { bytes })
    book.setDay('2026-11-24')
    await takeInFile(book.context, withToday(), { bytes })
    expect(liveLines()).toEqual(['2026-11-02 1000', '2026-11-23 300'])
    expect((await accountViews(book.context.db))[0]).toMatchObject({ gaps: [], closeCents: 1300 })
  })

  test('come at once when asked for', async () => {
    const session = await openSession(book.context, withToday())
    session.choices = { includeToday: true, sameLines: null }
    await takeIn(book.context, session)
    expect(liveLines()).toHaveLength(2)
  })
})

describe('undo', () => {
  test('takes the whole file back, and it can be taken in again', async () => {
    const bytes = Buffer.from('november')
    await takeInFile(book.context, november(), { bytes })
    await book.api.history.undo({})
    expect(liveLines()).toEqual([])
    expect(await bankAccounts(book.context.db)).toEqual([])
    expect(await bankFiles(book.context.db, 10)).toEqual({ rows: [], total: 0 })

    await takeInFile(book.context, november(), { bytes })
    expect(liveLines()).toEqual(['2026-11-02 1000', '2026-11-03 2500'])
    expect(await checkBank(book.context.db)).toEqual([])
    await takeInFile(book.context, november())
    expect(liveLines()).toHaveLength(2)
  })

  test('again and again leaves what is there once', async () => {
    for (let round = 0; round < 3; round += 1) {
      await takeInFile(book.context, november())
      await book.api.history.undo({})
    }
    await takeInFile(book.context, november())
    expect(liveLines()).toHaveLength(2)
    expect(await checkOriginals(book.context)).toEqual([])
  })

  test('does not bring a file back that was taken in again meanwhile: its lines would be there twice', async () => {
    await takeInFile(book.context, november())
    await book.api.history.undo({})
    const undo = (await book.api.history.list({ limit: 1 })).actions[0]?.id ?? ''
    await takeInFile(book.context, november())
    await expect(book.api.history.undo({ actionId: undo })).rejects.toMatchObject({ code: 'undoBlocked' })
    expect(liveLines()).toHaveLength(2)
  })
})

describe('the file itself', () => {
  const bytes = Buffer.from('Datum;Naam;Bedrag\n20261102;J. Pinas;10,00\n')
  const sha256 = sha256Of(bytes)

  test('is kept whole, and lies in the book unreadable', async () => {
    await takeInFile(book.context, november(), { bytes })
    const stored = book.opened.raw.prepare('SELECT content FROM bank_file_content').pluck().get() as Buffer
    expect(stored.includes('Pinas')).toBe(false)
    expect((await openOriginal(book.context, sha256)).equals(bytes)).toBe(true)
    expect(await checkOriginals(book.context)).toEqual([])
  })

  test('tells of every byte in it that was altered', async () => {
    await takeInFile(book.context, november(), { bytes })
    const stored = book.opened.raw.prepare('SELECT content FROM bank_file_content').pluck().get() as Buffer
    const put = book.opened.raw.prepare('UPDATE bank_file_content SET content = ?')
    for (let at = 0; at < stored.length; at += 1) {
      const altered = Buffer.from(stored)
      altered[at] = (altered[at] ?? 0) ^ 1
      put.run(altered)
      expect(await checkOriginals(book.context), `byte ${at}`).toMatchObject([{ name: 'bank.csv', fault: 'altered' }])
    }
    put.run(stored)
    expect(await checkOriginals(book.context)).toEqual([])
  })

  test('tells when it is not there', async () => {
    await takeInFile(book.context, november(), { bytes })
    book.opened.raw.prepare('DELETE FROM bank_file_content').run()
    expect(await checkOriginals(book.context)).toMatchObject([{ fault: 'missing' }])
  })
})
