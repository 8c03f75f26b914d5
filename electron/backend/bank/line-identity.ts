// What makes a line of the bank that line, whichever file it stands in. Identical payments are normal - the same household pays
// € 10 twice on one day - so lines are counted and never thrown together: the second of two equal lines in a file is the second
// in every file. Two files with one of two equal lines each, of a part of one day, cannot be told apart; that is why the lines of
// today wait for tomorrow's file.
//
// Ids are kept in books and compared with those of files to come: what is written here may never change.
import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { BankEntry } from '../bank-files/bank-file.ts'

const idLength = 32

export interface IdentitySource {
  /** Secret of the book: without it ids say nothing about what somebody paid. */
  readonly secret: KeyObject
}

/** @param secret hexadecimal, as the book has it */
export const identitySource = (secret: string): IdentitySource => ({
  secret: createSecretKey(Buffer.from(secret, 'hex')),
})

/** The identity of each entry of one account, in the order of the file. */
export function lineIdentities(
  { secret }: IdentitySource,
  accountId: string,
  entries: readonly BankEntry[],
): readonly string[] {
  const counts = new Map<string, number>()
  return entries.map((entry) => {
    const said = JSON.stringify([accountId, ...whatItSays(entry)])
    const ordinal = counts.get(said) ?? 0
    counts.set(said, ordinal + 1)
    return keyedId(secret, ['line', said, ordinal])
  })
}

/**
 * The id of the row that holds a line. Taking a file in can be undone: its rows stay in the ledger with rows against them, and when
 * the file comes again the line needs a next row.
 * @param generation how many rows of this identity there were
 */
export const lineId = ({ secret }: IdentitySource, identity: string, generation: number): string =>
  keyedId(secret, ['row', identity, generation])

/** The id of an item of a batch, by its place in the batch. */
export const itemIdentity = ({ secret }: IdentitySource, batchIdentity: string, place: number): string =>
  keyedId(secret, ['item', batchIdentity, place])

/** The id of an account, the same on every PC that takes it in first. */
export const accountId = ({ secret }: IdentitySource, account: string): string => keyedId(secret, ['account', account])

/** The bank's own number of a line where it gives one, else day, cents, who and what, as bare letters and digits. */
function whatItSays(entry: BankEntry): readonly (string | number)[] {
  const { bookDay, cents } = entry
  if (entry.bankRef !== null) return [bookDay, cents, 'ref', entry.bankRef]
  const who = entry.counterIban ?? bareText(entry.counterName ?? '')
  return [bookDay, cents, 'text', who, bareText(entry.text), bareText(entry.structuredRef ?? '')]
}

/** Banks cut and join lines, pad them and lose accents in different ways from one export to the next. */
function bareText(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return text
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function keyedId(secret: KeyObject, parts: readonly (string | number)[]): string {
  return createHmac('sha256', secret).update(JSON.stringify(parts)).digest('hex').slice(0, idLength)
}
