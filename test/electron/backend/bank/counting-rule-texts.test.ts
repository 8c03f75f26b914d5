// The counting rule over files as the banks write them: a period in parts that overlap, in any order, gives exactly the rows of the
// whole, also after the readers of camt, MT940 and CSV had their way with the words.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BankEntry, BankFile } from '../../../../electron/backend/bank-files/bank-file.ts'
import { readBankFile } from '../../../../electron/backend/bank-files/read-bank-file.ts'
import { isIban } from '../../../../shared/domain/iban.ts'
import { takeInFile } from '../../../support/bank-book.ts'
import { camtFile } from '../../../support/bank-files/camt-file.ts'
import { mt940File } from '../../../support/bank-files/mt940-files.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'
import { type Random, seededRandom } from '../../../support/random.ts'

let book: OpenTestBook
beforeAll(async () => {
  book = await openTestBook()
})
afterAll(() => book.close())

const rounds = 8

interface Payment {
  readonly day: number
  readonly cents: number
  readonly name: string
  readonly iban: string
  readonly text: string
}

/** A week in which many pay the same on the same day with the same words. */
function aWeek(random: Random): Payment[] {
  const count = 4 + random.below(20)
  const days = Array.from({ length: count }, () => 1 + random.below(7)).toSorted((a, b) => a - b)
  return days.map((day) => ({
    day,
    cents: random.pick([500, 1000, 1000, -250]) ?? 500,
    name: random.pick(['J. Pinas', 'Zoë El Idrissi']) ?? '',
    iban: random.pick(['NL87TEST0000000001', 'NL60TEST0000000002']) ?? '',
    text: random.pick(['contributie', 'contributie', 'lid 12']) ?? '',
  }))
}

/** Parts that are the whole together, cut between days, in any order. */
function partsOf(week: readonly Payment[], random: Random): Payment[][] {
  const [a, b] = [random.below(9), random.below(9)]
  const [from, to] = a < b ? [a, b] : [b, a]
  const between = (first: number, last: number) => week.filter(({ day }) => day >= first && day < last)
  const all = [between(0, to), between(from, 9), between(random.below(5), 4 + random.below(5))]
  return all.filter((part) => part.length > 0).toSorted(() => random.next() - 0.5)
}

const euros = (cents: number) =>
  `${Math.trunc(Math.abs(cents) / 100)},${String(Math.abs(cents) % 100).padStart(2, '0')}`
const sumOf = (payments: readonly Payment[]) => payments.reduce((sum, { cents }) => sum + cents, 0)

const formats: Readonly<Record<string, (account: string, payments: readonly Payment[]) => string>> = {
  camt: (account, payments) =>
    camtFile({
      version: '08',
      account,
      payments: payments.map(({ day, text, ...payment }) => ({ ...payment, day: `2026-11-0${day}`, lines: [text] })),
    }),
  MT940: (account, payments) =>
    mt940File({
      account: `${account}EUR`,
      open: 'C261031EUR1000,00',
      close: `C261108EUR${euros(100_000 + sumOf(payments))}`,
      entries: payments.map(
        ({ day, cents, iban, name, text }) =>
          `:61:26110${day}110${day}${cents < 0 ? 'D' : 'C'}${euros(cents)}NTRFNONREF\n:86:/CNTP/${iban}/TESTNL2A/${name}///REMI/USTD//${text}/`,
      ),
    }),
  CSV: (account, payments) =>
    [
      '"Datum";"Naam / Omschrijving";"Rekening";"Tegenrekening";"Code";"Af Bij";"Bedrag (EUR)";"Mutatiesoort";"Mededelingen"',
      ...payments.map(
        ({ day, cents, iban, name, text }) =>
          `"2026110${day}";"${name}";"${account}";"${iban}";"GT";"${cents < 0 ? 'Af' : 'Bij'}";"${euros(cents)}";"Online bankieren";"Naam: ${name} Omschrijving: ${text} IBAN: ${iban}"`,
      ),
      '',
    ].join('\r\n'),
}

let accounts = 0
function newAccount(): string {
  accounts += 1
  const rest = `TEST${String(accounts).padStart(10, '0')}`
  const digits = Array.from({ length: 97 }, (_none, at) => String(at + 2).padStart(2, '0'))
  return digits.map((two) => `NL${two}${rest}`).find((iban) => isIban(iban)) ?? ''
}

async function rowsOf(
  write: (account: string, payments: readonly Payment[]) => string,
  parts: readonly (readonly Payment[])[],
  change: (file: BankFile) => BankFile = (file) => file,
): Promise<string[]> {
  const account = newAccount()
  for (const part of parts)
    await takeInFile(book.context, change(readBankFile(new TextEncoder().encode(write(account, part)))))
  const rows = book.opened.raw
    .prepare(
      `SELECT l.book_day || ' ' || l.amount_cents || ' ' || coalesce(t.counter_hash, '') FROM bank_line l
        JOIN bank_line_text t ON t.id = l.id JOIN bank_account a ON a.id = l.bank_account_id WHERE a.iban = ?`,
    )
    .pluck()
    .all(account)
  return rows.map(String).toSorted()
}

/** The rule that loses money: of lines that say the same, one. */
function withoutEqualLines(file: BankFile): BankFile {
  const once = (entries: readonly BankEntry[]) => [
    ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
  ]
  return { ...file, statements: file.statements.map((each) => ({ ...each, entries: once(each.entries) })) }
}

describe.each(Object.entries(formats))('%s', (_name, write) => {
  test('in overlapping parts, in any order, gives exactly the rows of the whole', async () => {
    const random = seededRandom(20261126)
    let equal = 0
    for (let round = 0; round < rounds; round += 1) {
      const week = aWeek(random)
      const ofWhole = await rowsOf(write, [week])
      expect(ofWhole).toHaveLength(week.length)
      expect(await rowsOf(write, partsOf(week, random)), `round ${round}`).toEqual(ofWhole)
      if (new Set(ofWhole).size < ofWhole.length) equal += 1
    }
    expect(equal).toBeGreaterThan(rounds / 2)
  })

  test('loses payments when lines that say the same are taken for one (control)', async () => {
    const random = seededRandom(20261126)
    let lost = 0
    for (let round = 0; round < 4; round += 1) {
      const week = aWeek(random)
      lost += week.length - (await rowsOf(write, partsOf(week, random), withoutEqualLines)).length
    }
    expect(lost).toBeGreaterThan(4)
  })
})
