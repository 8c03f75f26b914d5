// The sheets of the spreadsheet for the kascommissie.

import type { Reader } from '../database/transaction.ts'
import { isStanding, rowsOf } from '../dues/rows.ts'
import { fillWords } from '../export/export-words.ts'
import { dayCell, type ExportTable, moneyCell, numberCell, textCell } from '../export/exported-list.ts'
import type { BookWords } from './book-words.ts'
import { categoryName } from './book-words.ts'
import type { YearEntry } from './year-entries.ts'
import { endOf } from './year-positions.ts'
import type { YearReport } from './year-report.ts'
import type { AccountChain, YearStatement } from './year-statements.ts'

export interface PackContents {
  readonly report: YearReport
  readonly entries: readonly YearEntry[]
  readonly chains: readonly AccountChain[]
  readonly names: Names
  readonly bookName: string
  readonly isChainWhole: boolean
}

export interface Names {
  readonly account: (id: string | null) => string
  /** Of a file of the bank, as it is called in the pack. */
  readonly file: (id: string) => string
  readonly category: (entry: YearEntry) => string
  readonly proof: (entry: YearEntry) => string
}

/** @param accounts and categories by id, as the book calls them; files as the pack does */
export function namesFor(
  { report, fileNames }: { report: YearReport; fileNames: ReadonlyMap<string, string> },
  categories: readonly { id: string; name: string | null }[],
  words: BookWords,
): Names {
  const accounts = new Map(report.accounts.map(({ id, name }) => [id, name]))
  const own = new Map(categories.map(({ id, name }) => [id, name]))
  const file = (id: string) => fileNames.get(id) ?? ''
  return {
    account: (id) => (id === null ? words.places.cash : (accounts.get(id) ?? words.places.bank)),
    file,
    category({ kind, categoryId }) {
      if (kind === 'transfer' || kind === 'opening') return words.kinds[kind]
      const id = categoryId ?? 'dues'
      return categoryName(id, own.get(id) ?? null, words)
    },
    proof({ proof }) {
      switch (proof.kind) {
        case 'bank':
          return proof.fileId === null
            ? words.words.proofBank
            : fillWords(words.words.proofBankFile, { file: file(proof.fileId) })
        case 'cash':
          return fillWords(words.words.proofCash, { number: proof.receipt })
        case 'memo':
          return words.words.proofMemo
      }
    },
  }
}

export const whatOf = (entry: YearEntry, { words }: BookWords): string =>
  [entry.who, entry.text, entry.reversesId === null ? null : words.reversed].filter(Boolean).join(', ')

export async function packTables(db: Reader, contents: PackContents, words: BookWords): Promise<ExportTable[]> {
  return [
    entriesTable(contents, words),
    balancesTable(contents, words),
    await duesTable(db, contents.report, words),
    cashTable(contents, words),
    await settledTable(db, contents, words),
    statementsTable(contents, words),
  ]
}

function entriesTable({ entries, names }: PackContents, book: BookWords): ExportTable {
  const { words } = book
  return {
    title: words.entries,
    headings: [words.number, words.day, words.place, words.category, words.who, words.in, words.out, words.proof],
    rows: entries.map((entry) => [
      numberCell(entry.number),
      dayCell(entry.day),
      textCell(names.account(entry.accountId)),
      textCell(names.category(entry)),
      textCell(whatOf(entry, book)),
      entry.cents > 0 ? moneyCell(entry.cents) : textCell(null),
      entry.cents < 0 ? moneyCell(-entry.cents) : textCell(null),
      textCell(names.proof(entry)),
    ]),
  }
}

function balancesTable({ report, names }: PackContents, { words, places }: BookWords): ExportTable {
  const line = (name: string, begin: number, end: number) => [textCell(name), moneyCell(begin), moneyCell(end)]
  return {
    title: words.balances,
    headings: [words.what, fillWords(words.begin, { year: report.year }), words.end],
    rows: [
      ...report.accounts.map(({ id, beginCents, endCents }) => line(names.account(id), beginCents, endCents)),
      line(places.cash, report.begin.cashCents, report.end.cashCents),
      line(words.onItsWay, report.begin.onItsWayCents, report.end.onItsWayCents),
      line(words.receivable, report.begin.receivableCents, report.end.receivableCents),
      ...(report.begin.owedBackCents === 0 && report.end.owedBackCents === 0
        ? []
        : [line(words.owedBack, report.begin.owedBackCents, report.end.owedBackCents)]),
      line(words.prepaid, -report.begin.prepaidCents, -report.end.prepaidCents),
      line(words.capital, report.begin.capitalCents, report.end.capitalCents),
    ],
  }
}

const givenAndFamily = "trim(coalesce(nullif(p.called, ''), p.first_name) || ' ' || p.infix || ' ' || p.last_name)"

async function duesTable(db: Reader, report: YearReport, { words }: BookWords): Promise<ExportTable> {
  const rows = await rowsOf<{
    name: string
    start: string
    asked: number
    waived: number
    paid: number
  }>(
    db,
    `SELECT ${givenAndFamily} AS name, d.period_start AS start,
        d.amount_cents AS asked,
        coalesce((SELECT sum(w.amount_cents) FROM waiver w WHERE w.due_id = d.id), 0) AS waived,
        coalesce((SELECT sum(a.amount_cents) FROM allocation a WHERE a.due_id = d.id), 0) AS paid
      FROM due d LEFT JOIN person p ON p.id = d.person_id
      WHERE d.kind = 'dues' AND d.period_start BETWEEN ?1 AND ?2 AND ${isStanding('due', 'd')}
      ORDER BY p.sort_name, d.period_start, d.id`,
    [`${report.year}-01-01`, endOf(report.year, report.today)],
  )
  return {
    title: words.duesSheet,
    headings: [
      words.person,
      words.period,
      words.asked,
      fillWords(words.waived, { year: report.year }),
      words.paid,
      words.stillOpen,
    ],
    rows: rows.map(({ name, start, asked, waived, paid }) => [
      textCell(name.replace(/\s+/g, ' ')),
      dayCell(start),
      moneyCell(asked),
      moneyCell(waived),
      moneyCell(paid),
      moneyCell(asked - waived - paid),
    ]),
  }
}

function cashTable({ report, entries, names }: PackContents, book: BookWords): ExportTable {
  const { words } = book
  const openings = entries.filter((entry) => entry.kind === 'opening' && entry.accountId === null)
  const broughtIn = openings.filter((entry) => entry.day === `${report.year}-01-01`)
  // What was there on the first day is among the entries as well.
  let balance = report.begin.cashCents - broughtIn.reduce((sum, { cents }) => sum + cents, 0)
  return {
    title: words.cashBook,
    headings: [words.receipt, words.day, words.category, words.who, words.in, words.out, words.balanceAfter],
    rows: entries
      .filter((entry) => entry.accountId === null)
      .map((entry) => {
        balance += entry.cents
        return [
          numberCell(entry.proof.kind === 'cash' ? entry.proof.receipt : null),
          dayCell(entry.day),
          textCell(names.category(entry)),
          textCell(whatOf(entry, book)),
          entry.cents > 0 ? moneyCell(entry.cents) : textCell(null),
          entry.cents < 0 ? moneyCell(-entry.cents) : textCell(null),
          moneyCell(balance),
        ]
      }),
  }
}

/** Which dues each payment paid; what was taken off them again stands there as well, with its own line. */
async function settledTable(db: Reader, { report, entries }: PackContents, { words }: BookWords): Promise<ExportTable> {
  const numbers = new Map(entries.map(({ id, number }) => [id, number]))
  const rows = await rowsOf<{ paymentId: string; day: string; name: string; start: string; cents: number }>(
    db,
    `SELECT a.payment_id AS paymentId, y.day, d.period_start AS start, a.amount_cents AS cents,
        ${givenAndFamily} AS name
      FROM allocation a JOIN payment y ON y.id = a.payment_id JOIN due d ON d.id = a.due_id LEFT JOIN person p ON p.id = d.person_id
      WHERE y.day BETWEEN ?1 AND ?2 ORDER BY y.day, y.row_no, d.period_start, a.row_no`,
    [`${report.year}-01-01`, endOf(report.year, report.today)],
  )
  return {
    title: words.settledSheet,
    headings: [words.number, words.day, words.person, words.period, words.settled],
    rows: rows.map(({ paymentId, day, name, start, cents }) => [
      numberCell(numbers.get(paymentId) ?? null),
      dayCell(day),
      textCell(name.replace(/\s+/g, ' ')),
      dayCell(start),
      moneyCell(cents),
    ]),
  }
}

function statementsTable({ chains, names }: PackContents, { words, format }: BookWords): ExportTable {
  const follows = ({ gaps }: AccountChain, { openDay, openCents, balanced }: YearStatement) => {
    const gap = gaps.find(({ beforeDay, beforeCents }) => beforeDay === openDay && beforeCents === openCents)
    if (gap)
      return fillWords(words.followsNot, {
        day: format.day(gap.afterDay),
        difference: format.amountExact(Math.abs(gap.beforeCents - gap.afterCents)),
      })
    if (balanced === 0) return words.unbalanced
    return openCents === null ? words.noBalance : words.follows
  }
  return {
    title: words.statementsSheet,
    headings: [
      words.place,
      words.statementFile,
      words.statementFrom,
      words.statementOpen,
      words.statementTo,
      words.statementClose,
      words.statementLines,
      words.statementFollows,
    ],
    rows: chains.flatMap((chain) =>
      chain.statements.map((statement) => [
        textCell(names.account(chain.accountId)),
        textCell(names.file(statement.fileId)),
        dayCell(statement.openDay),
        statement.openCents === null ? textCell(null) : moneyCell(statement.openCents),
        dayCell(statement.closeDay),
        statement.closeCents === null ? textCell(null) : moneyCell(statement.closeCents),
        numberCell(statement.lines),
        textCell(follows(chain, statement)),
      ]),
    ),
  }
}
