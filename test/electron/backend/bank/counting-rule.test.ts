// The promise that matters most of taking files in: however a period is cut into files, and in whichever order they come, the book
// has exactly the rows of the whole. Files are cut between days, as banks give them; where the bank numbers its lines, anywhere.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identitySource, lineIdentities } from '../../../../electron/backend/bank/line-identity.ts'
import type { BankEntry } from '../../../../electron/backend/bank-files/bank-file.ts'
import { aBankFile, anEntry, aStatement, ownIban, takeInFile } from '../../../support/bank-book.ts'
import { type OpenTestBook, openTestBook } from '../../../support/open-book.ts'
import { type Random, seededRandom } from '../../../support/random.ts'

let book: OpenTestBook
beforeAll(async () => {
  book = await openTestBook()
})
afterAll(() => book.close())

const rounds = 24

/** A month in which many pay the same on the same day with the same words. */
function aMonth(random: Random, isNumbered: boolean): BankEntry[] {
  const count = 4 + random.below(30)
  const days = Array.from({ length: count }, () => 1 + random.below(8)).toSorted((a, b) => a - b)
  return days.map((day, at) =>
    anEntry({
      bookDay: `2026-11-0${day}`,
      cents: random.pick([500, 1000, 1000, -250]) ?? 500,
      counterIban: random.pick(['NL91TEST0417164300', 'NL44TEST0999999999', null]) ?? null,
      counterName: random.pick(['J. Pinas', 'El Idrissi']) ?? null,
      text: random.pick(['contributie', 'contributie', 'lid 12']) ?? '',
      bankRef: isNumbered ? String(1000 + at) : null,
    }),
  )
}

/** Overlapping parts that are the whole together, in any order. */
function parts(entries: readonly BankEntry[], random: Random, isNumbered: boolean): BankEntry[][] {
  const cuts = isNumbered
    ? Array.from({ length: entries.length + 1 }, (_none, at) => at)
    : entries.flatMap((entry, at) => (at === 0 || entry.bookDay !== entries[at - 1]?.bookDay ? [at] : []))
  const cutAt = () => random.pick(cuts) ?? 0
  const first = cutAt()
  const second = cutAt()
  const [from, to] = first < second ? [first, second] : [second, first]
  const whole = [entries.slice(0, to), entries.slice(from)]
  const more = Array.from({ length: random.below(3) }, () => {
    const [a, b] = [cutAt(), cutAt()]
    return entries.slice(Math.min(a, b), Math.max(a, b))
  })
  const all = [...whole, ...more].filter((part) => part.length > 0)
  return all.toSorted(() => random.next() - 0.5)
}

async function rowsOf(account: string, files: readonly (readonly BankEntry[])[]): Promise<string[]> {
  for (const entries of files) await takeInFile(book.context, aBankFile([aStatement(entries, { account })]))
  const rows = book.opened.raw
    .prepare(
      `SELECT l.book_day || ' ' || l.amount_cents || ' ' || coalesce(t.counter_hash, '') FROM bank_line l JOIN bank_line_text t ON t.id = l.id
        JOIN bank_account a ON a.id = l.bank_account_id WHERE a.iban = ?`,
    )
    .pluck()
    .all(account)
  return rows.map(String).toSorted()
}

test.each([
  ['files without numbers of the bank', false],
  ['files in which the bank numbers its lines', true],
])(
  'overlapping %s, in any order, give exactly the rows of the whole',
  async (_name, isNumbered) => {
    const random = seededRandom(20261125)
    let equal = 0
    for (let round = 0; round < rounds; round += 1) {
      const month = aMonth(random, isNumbered)
      const cut = parts(month, random, isNumbered)
      const kind = isNumbered ? 'N' : 'T'
      const ofWhole = await rowsOf(`NL00TEST${kind}W${round}`, [month])
      const ofParts = await rowsOf(`NL00TEST${kind}P${round}`, cut)
      expect(ofWhole).toHaveLength(month.length)
      expect(ofParts, `round ${round}`).toEqual(ofWhole)
      if (new Set(ofWhole).size < ofWhole.length) equal += 1
    }
    expect(equal).toBeGreaterThan(rounds / 2)
  },
  60_000,
)

test('a rule that throws away whatever looks the same loses payments (control)', () => {
  const random = seededRandom(20261125)
  let lost = 0
  for (let round = 0; round < rounds; round += 1) {
    const month = aMonth(random, false)
    const seen = new Set(
      month.map(({ bookDay, cents, counterIban, text }) => [bookDay, cents, counterIban, text].join()),
    )
    lost += month.length - seen.size
  }
  expect(lost).toBeGreaterThan(rounds)
})

test('the ids of lines say nothing without the secret of the book', () => {
  const entries = [anEntry()]
  const [one] = lineIdentities(identitySource('00'.repeat(32)), ownIban, entries)
  const [other] = lineIdentities(identitySource('01'.repeat(32)), ownIban, entries)
  expect(one).not.toBe(other)
  expect(lineIdentities(identitySource('00'.repeat(32)), ownIban, entries)).toEqual([one])
})

test('the ids of lines do not tell an accent that a bank lost, whichever way a text is bared', () => {
  const source = identitySource('00'.repeat(32))
  const idOf = (text: string) => lineIdentities(source, ownIban, [anEntry({ text, counterIban: null })])
  // A lone accent is no letter: the text is bared with care for accents, and must come to the same.
  for (const text of ["O'Brien, lid-nr. 12 `A` [x] {y}~^_", 'contributie  NOVEMBER/2026', '!"#$%&()*+,-./:;<=>?@', ''])
    expect(idOf(text)).toEqual(idOf(`${text}\u0301`))
  expect(idOf('a')).not.toEqual(idOf('b'))
})
