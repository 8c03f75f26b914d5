// The card by which one book makes itself known to another, and the four words that say over the telephone that it is that card. The
// words are slow to work out: somebody who wants to pass off another card under the same words would be at it for longer than a life.
import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import spokenWords from '../../../resources/words/spoken-words.json' with { type: 'json' }
import { type BookCard, betweenVersion, cardFile } from '../../../shared/contract/between-files.ts'
import { spokenWordCount } from '../../../shared/domain/spoken-words.ts'
import { RuleBroken } from '../rule-broken.ts'
import { isSignedBy, type SigningKey, sign } from '../sync/format/signing.ts'

const largest = 16 * 1024

export async function writeCard(card: BookCard, key: SigningKey): Promise<Uint8Array> {
  const file = {
    format: 'buurtboek-kaartje',
    version: betweenVersion,
    card,
    signature: await sign(signedBytes(card), key),
  }
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
}

/** Throws RuleBroken `betweenNotCard` (no card, or broken), `betweenNewer` or `betweenCardChanged`. */
export async function readCard(bytes: Uint8Array): Promise<BookCard> {
  const json = parse(bytes)
  if (isNewer(json)) throw new RuleBroken('betweenNewer')
  const read = cardFile.safeParse(json)
  if (!read.success) throw new RuleBroken('betweenNotCard')
  const { card, signature } = read.data
  if (!(await isSignedBy(signedBytes(card), signature, card.signingKey))) throw new RuleBroken('betweenCardChanged')
  return card
}

/** @param work the cost of scrypt, as a power of two */
export async function wordsOfCard(card: BookCard, work: number): Promise<string[]> {
  const derive = promisify<Uint8Array, string, number, object, Buffer>(scrypt)
  const options = { N: 2 ** work, r: 8, p: 1, maxmem: 2 ** (work + 11) }
  const bytes = await derive(signedBytes(card), 'buurtboek kaartje', 8, options)
  const bits = bytes.readBigUInt64BE()
  // Eleven bits are one of 2,048 words.
  return Array.from(
    { length: spokenWordCount },
    (_, at) => spokenWords[Number((bits >> BigInt(53 - at * 11)) & 2047n)] ?? '',
  )
}

const signedBytes = ({ name, kind, group, signingKey, recipient }: BookCard): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify(['buurtboek-kaartje', betweenVersion, name, kind, group, signingKey, recipient]),
  )

function parse(bytes: Uint8Array): unknown {
  if (bytes.length > largest) throw new RuleBroken('betweenNotCard')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new RuleBroken('betweenNotCard')
  }
}

function isNewer(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('format' in json) || !('version' in json)) return false
  return json.format === 'buurtboek-kaartje' && typeof json.version === 'number' && json.version > betweenVersion
}
