// What taking a bank file in would do, line by line, without doing any of it. Pure: the same file, book and choices give the
// same plan.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Cents } from '../../../shared/domain/money.ts'
import type { BankEntry, BankFile, BankStatement } from '../bank-files/bank-file.ts'
import type { IdentitySource } from './line-identity.ts'
import { accountId, lineIdentities } from './line-identity.ts'

export interface BookAccount {
  readonly id: string
  readonly name: string
  /** IBAN, or a bare number. */
  readonly iban: string
}

/** A line of a file with what tells it from others. */
export interface FileLine {
  readonly entry: BankEntry
  readonly statement: BankStatement
  readonly accountId: string
  readonly identity: string
  readonly counterHash: string | null
}

/** What the book has of one identity: how many rows there ever were, and whether one of them counts. */
export interface KnownIdentity {
  readonly rows: number
  readonly isLive: boolean
}

/** A live line of the book that came from a file of another format. */
export interface OtherLine {
  readonly id: string
  readonly accountId: string
  readonly identity: string
  readonly day: Day
  readonly cents: Cents
  readonly counterHash: string | null
}

/**
 * known: stands in the book. same: probably the same as a line from a file of another format. today: waits for the next file,
 * because the day is not over.
 */
export type LineFate = 'new' | 'known' | 'same' | 'today'

export interface PlannedLine extends FileLine {
  readonly fate: LineFate
  /** Rows of this identity that there were: the generation of the next. */
  readonly rows: number
  /** The line of the book it probably is. */
  readonly other: OtherLine | null
}

export interface TakeInChoices {
  readonly includeToday: boolean
  /** null: nobody answered yet. */
  readonly sameLines: 'skip' | 'take' | null
}

/** The account of each statement; one that the book does not have gets the id it will have. */
export function accountOf(
  source: IdentitySource,
  accounts: readonly BookAccount[],
  statement: Pick<BankStatement, 'account'>,
): { readonly id: string; readonly known: BookAccount | null } {
  const known = accounts.find(({ iban }) => isSameAccount(iban, statement.account)) ?? null
  return { id: known?.id ?? freeId(source, accounts, statement.account), known }
}

/** An account whose number was changed since keeps its id; the number it had then gives a next one. */
function freeId(source: IdentitySource, accounts: readonly BookAccount[], account: string): string {
  const taken = new Set(accounts.map(({ id }) => id))
  for (let time = 0; ; time += 1) {
    const id = accountId(source, time === 0 ? account : `${account} ${time}`)
    if (!taken.has(id)) return id
  }
}

/** Some files give nine digits where others give the IBAN; they are the end of it. */
function isSameAccount(one: string, other: string): boolean {
  if (one === other) return true
  const [bare, iban] = /^\d+$/.test(one) ? [one, other] : [other, one]
  return /^\d{7,10}$/.test(bare) && /^NL\d{2}[A-Z]{4}\d{10}$/.test(iban) && iban.slice(8) === bare.padStart(10, '0')
}

/** The lines of a file that are money: of the kind this book counts in, and not nothing. */
export function linesOf(
  file: BankFile,
  source: IdentitySource,
  accounts: readonly BookAccount[],
  hashOf: (iban: string) => string,
): FileLine[] {
  const byAccount = new Map<string, { entry: BankEntry; statement: BankStatement }[]>()
  for (const statement of statementsOf(file)) {
    const { id } = accountOf(source, accounts, statement)
    const lines = byAccount.get(id) ?? []
    for (const entry of statement.entries) if (entry.cents !== 0) lines.push({ entry, statement })
    byAccount.set(id, lines)
  }
  return [...byAccount].flatMap(([id, lines]) => {
    const identities = lineIdentities(
      source,
      id,
      lines.map(({ entry }) => entry),
    )
    return lines.map((line, at) => ({
      ...line,
      accountId: id,
      identity: identities[at] ?? '',
      counterHash: line.entry.counterIban === null ? null : hashOf(line.entry.counterIban),
    }))
  })
}

/** The statements in euros, each once: a bank that was asked twice may put the same statement in one file twice. */
export function statementsOf(file: BankFile): BankStatement[] {
  const seen = new Set<string>()
  return file.statements.filter((statement) => {
    if (statement.currency !== 'EUR') return false
    if (statement.number === null || statement.entries.length === 0) return true
    const said = JSON.stringify(statement)
    if (seen.has(said)) return false
    seen.add(said)
    return true
  })
}

export function planTakeIn(
  lines: readonly FileLine[],
  known: ReadonlyMap<string, KnownIdentity>,
  others: readonly OtherLine[],
  choices: TakeInChoices,
  today: Day,
): PlannedLine[] {
  const listed = new Set(lines.map(({ identity }) => identity))
  const partners = findPartners(
    lines.filter(({ identity }) => known.get(identity)?.isLive !== true),
    others.filter(({ identity }) => !listed.has(identity)),
  )
  return lines.map((line) => {
    const rows = known.get(line.identity)
    const other = partners.get(line) ?? null
    return { ...line, fate: fateOf(line, rows, other, choices, today), rows: rows?.rows ?? 0, other }
  })
}

function fateOf(
  line: FileLine,
  known: KnownIdentity | undefined,
  other: OtherLine | null,
  choices: TakeInChoices,
  today: Day,
): LineFate {
  if (known?.isLive) return 'known'
  if (other && choices.sameLines !== 'take') return 'same'
  if (line.entry.bookDay >= today && !choices.includeToday) return 'today'
  return 'new'
}

/** Which line of the book each line probably is: same account, day and cents, and the same other side as far as both know it. */
function findPartners(lines: readonly FileLine[], others: readonly OtherLine[]): Map<FileLine, OtherLine> {
  const pools = new Map<string, OtherLine[]>()
  for (const other of others) {
    const key = `${other.accountId} ${other.day} ${other.cents}`
    pools.set(key, [...(pools.get(key) ?? []), other])
  }
  const partners = new Map<FileLine, OtherLine>()
  const pair = (fits: (line: FileLine, other: OtherLine) => boolean) => {
    for (const line of lines) {
      if (partners.has(line)) continue
      const pool = pools.get(`${line.accountId} ${line.entry.bookDay} ${line.entry.cents}`) ?? []
      const at = pool.findIndex((other) => fits(line, other))
      const [other] = at < 0 ? [] : pool.splice(at, 1)
      if (other) partners.set(line, other)
    }
  }
  // Those that name the same account first, so that one without a name does not take their place.
  pair((line, other) => line.counterHash !== null && line.counterHash === other.counterHash)
  pair((line, other) => line.counterHash === null || other.counterHash === null)
  return partners
}
