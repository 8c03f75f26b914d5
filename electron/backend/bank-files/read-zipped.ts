// What a bank packed together: one file, or one for each account or each day. They are read as one, and only when no payment can
// stand in two of them: within one file two equal payments are two payments.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { openZip, type ZipFile } from '../import/read-zip.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { BankFile } from './bank-file.ts'

/** Beside the files banks put a PDF of the same, and a Mac what only it understands. */
const besides = /(?:^|\/)(?:__MACOSX\/|\.)|\/$|\.(?:pdf|html?|xsd)$/i

/** Throws RuleBroken: of the only file what is wrong with it, else `bankFileZip`: they have to be unpacked by hand. */
export function readZipped(bytes: Uint8Array, read: (bytes: Uint8Array) => BankFile): BankFile {
  const packed = unpack(bytes)
  const [only] = packed
  if (only && packed.length === 1) return read(only)
  const files = packed
    .flatMap((each) => readOrNothing(each, read))
    .sort((a, b) => ((spanOf(a)?.from ?? '') < (spanOf(b)?.from ?? '') ? -1 : 1))
  const [first] = files
  if (!first || files.some(({ format }) => format !== first.format) || haveOverlap(files)) {
    throw new RuleBroken('bankFileZip')
  }
  return {
    ...first,
    statements: files.flatMap(({ statements }) => statements),
    warnings: files.flatMap(({ warnings }) => warnings),
  }
}

function unpack(bytes: Uint8Array): Uint8Array[] {
  const zip = openOrRefuse(bytes)
  return zip.names.filter((name) => !besides.test(name)).flatMap((name) => refusingAsZip(() => zip.read(name)) ?? [])
}

const openOrRefuse = (bytes: Uint8Array): ZipFile => refusingAsZip(() => openZip(bytes))

/** What is wrong with a zip is said in words for lists of members; for a bank file the remedy is another. */
function refusingAsZip<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw error instanceof RuleBroken ? new RuleBroken('bankFileZip') : error
  }
}

/** An account without payments is none of the treasurer's worries. */
function readOrNothing(bytes: Uint8Array, read: (bytes: Uint8Array) => BankFile): BankFile[] {
  try {
    return [read(bytes)]
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
    if (error.code === 'bankFileNoStatement') return []
    throw new RuleBroken('bankFileZip')
  }
}

interface Span {
  readonly from: Day
  readonly to: Day
}

function haveOverlap(files: readonly BankFile[]): boolean {
  const lastDays = new Map<string, Day>()
  // By first day: each has to begin after the one before it ended.
  const spans = files.flatMap((file) =>
    accountsOf(file).flatMap((account) => ({ account, span: spanOf(file, account) })),
  )
  for (const { account, span } of spans.sort((a, b) => ((a.span?.from ?? '') < (b.span?.from ?? '') ? -1 : 1))) {
    if (!span) continue
    if ((lastDays.get(account) ?? '') >= span.from) return true
    lastDays.set(account, span.to)
  }
  return false
}

const accountsOf = ({ statements }: BankFile) => [...new Set(statements.map(({ account }) => account))]

function spanOf({ statements }: BankFile, account?: string): Span | undefined {
  const days = statements
    .filter((statement) => account === undefined || statement.account === account)
    .flatMap(({ entries }) => entries.map(({ bookDay }) => bookDay))
    .sort()
  const [from, to] = [days[0], days.at(-1)]
  return from !== undefined && to !== undefined ? { from, to } : undefined
}
