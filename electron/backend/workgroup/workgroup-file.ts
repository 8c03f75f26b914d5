// The file as bytes: content and signature. The signature says that nothing was changed on the way, and lets files of the same book be
// told from others; it proves nothing about who the people of that book are.
import { hkdfSync } from 'node:crypto'
import { type WorkgroupContent, workgroupFile, workgroupVersion } from '../../../shared/contract/workgroup.ts'
import { RuleBroken } from '../rule-broken.ts'
import { isSignedBy, sign, signingKeyOf } from '../sync/format/signing.ts'

const largest = 1024 * 1024

/** @param secret of the book, hexadecimal: every PC of a book signs alike */
export async function writeWorkgroupFile(content: WorkgroupContent, secret: string): Promise<Uint8Array> {
  const seed = hkdfSync('sha256', Buffer.from(secret, 'hex'), new Uint8Array(), 'buurtboek workgroup file', 32)
  const key = await signingKeyOf(new Uint8Array(seed))
  const file = {
    format: 'buurtboek-werkgroep',
    version: workgroupVersion,
    content,
    key: key.publicKey,
    signature: await sign(signedBytes(content), key),
  }
  return new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`)
}

/**
 * Throws RuleBroken `workgroupNotOne` (no such file, or broken), `workgroupNewer` (of a newer Buurtboek), `workgroupChanged` (not as it
 * was made).
 */
export async function readWorkgroupFile(bytes: Uint8Array): Promise<ReadFile> {
  const json = parse(bytes)
  if (isNewer(json)) throw new RuleBroken('workgroupNewer')
  const read = workgroupFile.safeParse(json)
  if (!read.success) throw new RuleBroken('workgroupNotOne')
  const { key, signature } = read.data
  // What was signed is what the file says, also where a later version says more than this one reads.
  const { content } = json as { readonly content: WorkgroupContent } // it has just been read as one
  if (!(await isSignedBy(signedBytes(content), signature, key))) throw new RuleBroken('workgroupChanged')
  return { content: read.data.content, key, isOlder: content.groups.some((group) => !('barriers' in group)) }
}

interface ReadFile {
  readonly content: WorkgroupContent
  /** Of the book that made it. */
  readonly key: string
  /** Made by a Buurtboek that did not say yet what kept people away. */
  readonly isOlder: boolean
}

function parse(bytes: Uint8Array): unknown {
  if (bytes.length > largest) throw new RuleBroken('workgroupNotOne')
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new RuleBroken('workgroupNotOne')
  }
}

function isNewer(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || !('format' in json) || !('version' in json)) return false
  return json.format === 'buurtboek-werkgroep' && typeof json.version === 'number' && json.version > workgroupVersion
}

/** One text for one content, whatever the order in which a program writes its fields. */
const signedBytes = (content: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(inOrder(content)))

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, of]) => [name, inOrder(of)]))
}
