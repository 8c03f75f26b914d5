// The papers of the treasurer, with names that are hard to write.
import { bookWords } from '../../../electron/backend/bookkeeping/book-words.ts'
import { packDocument } from '../../../electron/backend/bookkeeping/pack-document.ts'
import { namesFor } from '../../../electron/backend/bookkeeping/pack-tables.ts'
import type { YearEntry } from '../../../electron/backend/bookkeeping/year-entries.ts'
import type { YearReport } from '../../../electron/backend/bookkeeping/year-report.ts'
import type { Paper } from '../../../electron/backend/documents/paper.ts'
import type { PaperPerson } from '../../../electron/backend/documents/paper-people.ts'
import { reminderPaper } from '../../../electron/backend/reminders/reminder-paper.ts'
import { writeLetter } from '../../../electron/backend/reminders/write-letter.ts'
import type { PaperLanguage } from '../../../shared/domain/paper-language.ts'
import { reminderLevels } from '../../../shared/domain/reminder-rules.ts'

export const remindersTo = (people: readonly PaperPerson[], language: PaperLanguage): Paper =>
  reminderPaper(
    people.map((person, at) => reminderTo(person, at, language)),
    'Contributie',
  )

/** In Dutch, or English, and in the language that is asked for besides. */
function reminderTo(person: PaperPerson, at: number, language: PaperLanguage) {
  const line = { personId: person.id, kind: 'dues', isPart: false } as const
  const months = { periodStart: '2026-09-01', periodEnd: '2026-12-01', count: 3, wasAskedBefore: at % 2 === 0 }
  return writeLetter({
    language: language === 'en' ? 'en' : 'nl',
    ownLanguage: language === 'nl' || language === 'en' ? null : language,
    level: reminderLevels[at] ?? 'request',
    day: '2026-12-03',
    payBy: '2026-12-17',
    association: 'Stadsdorp “Oosterweide”',
    account: { holder: 'Stadsdorp Oosterweide', iban: 'NL13TEST0123456789' },
    reference: '1234567812345678',
    names: [{ id: person.id, given: person.given, family: person.family }],
    address: { street: person.street, house_number: null, house_suffix: '', postcode: '1234 AB', city: 'Oosterweide' },
    email: person.email,
    lines: [
      { ...line, ...months, cents: 3000 },
      {
        ...line,
        personId: 'other',
        periodStart: '2026-12-01',
        periodEnd: '2027-01-01',
        count: 1,
        wasAskedBefore: false,
        cents: 750,
      },
    ],
    nameOf: (id) => (id === person.id ? person.name : 'Wim de Groot'),
    sentOn: ['2026-10-01', '2026-11-01'],
    costCents: 4000,
    senderAddress: 'Kastanjehof 12\n1234 AA  Oosterweide',
    contact: 'Wim de Groot, 06-1000 2214',
    signedBy: '',
  })
}

export function packOf(people: readonly PaperPerson[], paperLanguage: PaperLanguage): Paper {
  const language = paperLanguage === 'en' ? 'en' : 'nl'
  const words = bookWords(language)
  const position = {
    cashCents: 5000,
    onItsWayCents: 0,
    receivableCents: 2000,
    prepaidCents: 1000,
    owedBackCents: 0,
    capitalCents: 106_000,
  }
  const entry = { accountId: 'account', categoryId: null, reversesId: null, proof: { kind: 'memo' } } as const
  const report: YearReport = {
    year: 2026,
    today: '2026-12-03',
    endDay: '2026-12-03',
    isOver: false,
    isClosed: false,
    isAsClosed: true,
    years: [2026],
    toClose: null,
    toDo: { duesToRun: 0, bankLines: 0, cashCountedOn: null },
    lastYearResultCents: 0,
    begin: position,
    end: position,
    broughtInCents: 1250,
    accounts: [
      { id: 'account', name: people[0]?.name ?? '', beginCents: 100_000, endCents: 112_345, bankSaysCents: 112_345 },
    ],
    lines: [
      { kind: 'income', categoryId: 'dues', name: null, cents: 60_000, budgetCents: 70_000, lastYearCents: 0 },
      {
        kind: 'expense',
        categoryId: 'own',
        name: '<Borrels> & “koffie”',
        cents: 4250,
        budgetCents: null,
        lastYearCents: 1,
      },
    ],
    resultCents: 55_750,
    dues: {
      lines: [{ planName: 'Gewoon lid', people: 30, months: 360, rateCents: 1000, rateMonths: 1, cents: 360_000 }],
      waivedCents: 1000,
      waivedEarlierCents: 0,
      cents: 359_000,
    },
    openByAge: [{ age: 'year', people: 3, cents: 2000 }],
  }
  const entries = people.map(
    (person, at): YearEntry => ({
      ...entry,
      id: person.id,
      number: at + 1,
      day: '2026-07-31',
      kind: 'dues',
      cents: at % 3 === 0 ? -1250 : 1000,
      who: person.name,
      text: at % 4 === 0 ? 'Contributie & “meer”' : null,
    }),
  )
  return packDocument(
    {
      report,
      entries,
      chains: [
        {
          accountId: 'account',
          statements: [
            {
              fileId: 'file',
              openDay: '2026-01-01',
              openCents: 100_000,
              closeDay: '2026-12-02',
              closeCents: 112_345,
              lines: 60,
              balanced: 1,
            },
          ],
          gaps: [{ afterDay: '2026-03-31', afterCents: 1000, beforeDay: '2026-05-01', beforeCents: 2500 }],
        },
      ],
      names: namesFor({ report, fileNames: new Map() }, [], words),
      bookName: 'Stadsdorp “Oosterweide”',
      isChainWhole: true,
    },
    words,
    language,
  )
}
