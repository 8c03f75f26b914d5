// Files of the bank as values, for tests that are not about reading them: each call states only what the test is about.
import { randomBytes } from 'node:crypto'
import { sha256Of } from '../../electron/backend/bank/original-file.ts'
import { takeIn } from '../../electron/backend/bank/take-in.ts'
import type { TakeInSession } from '../../electron/backend/bank/take-in-session.ts'
import { addSession } from '../../electron/backend/bank/take-in-session.ts'
import type { BankEntry, BankFile, BankStatement } from '../../electron/backend/bank-files/bank-file.ts'
import { makeEntry } from '../../electron/backend/bank-files/make-entry.ts'
import type { BookContext } from '../../electron/backend/context.ts'

export const ownIban = 'NL13TEST0123456789'

/** € 10 that came in on 2 November from an account of the tests' own. */
export function anEntry(entry: Partial<BankEntry> = {}): BankEntry {
  const bookDay = entry.bookDay ?? '2026-11-02'
  return makeEntry({
    bookDay,
    valueDay: bookDay,
    cents: 1000,
    counterIban: 'NL91TEST0417164300',
    counterName: 'J. Pinas',
    text: 'Contributie november',
    ...entry,
  })
}

/** A statement without balances, unless it says otherwise. */
export function aStatement(entries: readonly BankEntry[], statement: Partial<BankStatement> = {}): BankStatement {
  return {
    account: ownIban,
    currency: 'EUR',
    number: null,
    openDay: null,
    openCents: null,
    closeDay: null,
    closeCents: null,
    balanced: null,
    entries,
    ...statement,
  }
}

export function aBankFile(statements: readonly BankStatement[], file: Partial<BankFile> = {}): BankFile {
  return { format: 'ing', encoding: 'utf-8', delimiter: ';', statements, warnings: [], ...file }
}

/** A file that was read and waits to be taken in, with a name for its account. */
export async function openSession(
  context: BookContext,
  read: BankFile,
  options: { bytes?: Buffer; name?: string } = {},
): Promise<TakeInSession> {
  const bytes = options.bytes ?? randomBytes(24)
  const received = await context.files.receive('bank.csv', onePiece(bytes))
  const session: TakeInSession = {
    id: context.newId(),
    file: received.file,
    fileName: received.name,
    sha256: sha256Of(bytes),
    read,
    choices: { includeToday: false, sameLines: null },
    names: new Map(read.statements.map(({ account }) => [account, options.name ?? 'Betaalrekening'])),
    planned: undefined,
  }
  await addSession(context, session)
  return session
}

export async function takeInFile(context: BookContext, read: BankFile, options: { bytes?: Buffer } = {}) {
  return takeIn(context, await openSession(context, read, options))
}

async function* onePiece(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
