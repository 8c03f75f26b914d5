// One file for one other book: contents signed by the book that made it and encrypted for the one it is for. The order of the checks is
// the protection: nothing is unpacked before a book that this one knows is known to have written it for this one.
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { z } from 'zod'
import {
  type BetweenHeader,
  betweenHeader,
  betweenVersion,
  membersContent,
  standingContent,
} from '../../../shared/contract/between-files.ts'
import { type BetweenFileKind, betweenEndings } from '../../../shared/domain/between.ts'
import { RuleBroken } from '../rule-broken.ts'
import { findHeadProblem, seal, unseal } from '../sync/format/age-envelope.ts'
import { bodyOf, composePlaintext, isGenuine, splitPlaintext } from '../sync/format/plaintext.ts'
import type { BookKeys } from './book-keys.ts'

const contents = { leden: membersContent, stand: standingContent } as const
export type ContentOf<Kind extends BetweenFileKind> = z.output<(typeof contents)[Kind]>

const largestFile = 8 * 1024 * 1024
const mostUnpacked = 64 * 1024 * 1024

/** What a book must be known by before its files are taken. */
export interface KnownSender {
  readonly id: string
  readonly kind: 'binnenbuurt' | 'vereniging'
}

export async function sealForBook<Kind extends BetweenFileKind>(
  file: Pick<BetweenHeader, 'seq' | 'made' | 'app'> & { readonly kind: Kind; readonly content: ContentOf<Kind> },
  keys: BookKeys,
  other: { readonly signingKey: string; readonly recipient: string },
): Promise<Uint8Array> {
  const { content, ...said } = file
  const body = await promisify(gzip)(JSON.stringify(contents[file.kind].parse(content)), { level: 9 })
  const header: BetweenHeader = {
    ...{ v: betweenVersion, min: betweenVersion },
    ...said,
    ...{ from: keys.signing.publicKey, to: other.signingKey, len: body.length },
  }
  return seal(await composePlaintext(JSON.stringify(header), body, keys.signing), [other.recipient])
}

export type OpenedFile<Sender> = { readonly sender: Sender; readonly header: BetweenHeader } & (
  | { readonly kind: 'leden'; readonly content: ContentOf<'leden'> }
  | { readonly kind: 'stand'; readonly content: ContentOf<'stand'> }
)

/**
 * @throws RuleBroken betweenNotOne, betweenDamaged, betweenNotForUs, betweenStranger, betweenForged, betweenNewer, betweenRenamed,
 *   betweenWrongWay
 */
export async function openFromBook<Sender extends KnownSender>(
  file: { readonly name: string; readonly bytes: Uint8Array },
  keys: BookKeys,
  knownBy: (signingKey: string) => Promise<Sender | undefined>,
): Promise<OpenedFile<Sender>> {
  const { bytes } = file
  if (bytes.length > largestFile || findHeadProblem(bytes)) throw new RuleBroken('betweenNotOne')
  const unsealed = await unseal(bytes, [keys.identity])
  if ('problem' in unsealed)
    throw new RuleBroken(unsealed.problem === 'notForUs' ? 'betweenNotForUs' : 'betweenDamaged')
  const plain = splitPlaintext(unsealed.plain)
  const read = plain && betweenHeader.safeParse(parseJson(plain.header))
  if (!plain || !read?.success) throw new RuleBroken('betweenNotOne')

  const header = read.data
  const sender = await knownBy(header.from)
  if (!sender) throw new RuleBroken('betweenStranger')
  const body = bodyOf(plain, header.len)
  if (!body || !(await isGenuine(plain, body, header.from))) throw new RuleBroken('betweenForged')
  // Genuine, and passed on by somebody it was meant for: what it says is not about this book.
  if (header.to !== keys.signing.publicKey) throw new RuleBroken('betweenNotForUs')
  if (header.min > betweenVersion) throw new RuleBroken('betweenNewer')
  if (!file.name.toLowerCase().endsWith(betweenEndings[header.kind])) throw new RuleBroken('betweenRenamed')
  if (header.kind === 'stand' && sender.kind !== 'vereniging') throw new RuleBroken('betweenWrongWay')
  return { sender, header, ...(await readContent(header.kind, body)) }
}

async function readContent(kind: BetweenFileKind, body: Uint8Array) {
  const json = parseJson(await unpack(body))
  const read = kind === 'leden' ? membersContent.safeParse(json) : standingContent.safeParse(json)
  if (!read.success) throw new RuleBroken('betweenNotOne')
  return { kind, content: read.data } as
    | { readonly kind: 'leden'; readonly content: ContentOf<'leden'> }
    | { readonly kind: 'stand'; readonly content: ContentOf<'stand'> } // the schema of this very kind read it
}

async function unpack(body: Uint8Array): Promise<string> {
  try {
    return (await promisify(gunzip)(body, { maxOutputLength: mostUnpacked })).toString('utf8')
  } catch {
    // Not gzip, or more than anybody's list.
    throw new RuleBroken('betweenNotOne')
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
