// What a new version must prove before it is offered, and again before it is installed. The feed and the place it is
// served from are not trusted: a list signed with a key that is kept off line says which files belong to which version.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import path from 'node:path'

export interface UpdateManifest {
  readonly app: string
  /** `1.2.3`; nothing before or after it. */
  readonly version: string
  /** Rises with every release, so that an old signed list is not taken for a new one. */
  readonly serial: number
  readonly files: readonly { readonly name: string; readonly sha512: string; readonly size: number }[]
}

/** What the feed says about the newest version (electron-updater's UpdateInfo, as far as it is used). */
export interface OfferedVersion {
  readonly version: string
  readonly files: readonly { readonly url: string; readonly sha512: string }[]
}

export type RefusalCode =
  | 'signature'
  | 'form'
  | 'otherApp'
  | 'notNewer'
  | 'rollback'
  | 'otherVersion'
  | 'unknownFile'
  | 'otherContents'

export class UpdateRefused extends Error {
  override readonly name = 'UpdateRefused'
  readonly code: RefusalCode

  constructor(code: RefusalCode) {
    super(`update refused: ${code}`)
    this.code = code
  }
}

const appId = 'nl.buurtboek.app'

/**
 * The list, when the pinned key signed exactly these bytes. `publicKey`: Ed25519, SPKI as DER in base64; `signature`: base64.
 * Throws {@link UpdateRefused} for anything else.
 */
export function readManifest(bytes: Uint8Array, signature: string, publicKey: string): UpdateManifest {
  if (!isSigned(bytes, signature, publicKey)) throw new UpdateRefused('signature')
  let parsed: unknown
  try {
    parsed = JSON.parse(Buffer.from(bytes).toString('utf8'))
  } catch {
    throw new UpdateRefused('form')
  }
  if (!isManifest(parsed)) throw new UpdateRefused('form')
  if (parsed.app !== appId) throw new UpdateRefused('otherApp')
  return parsed
}

/** Whether the list is about something newer. Throws when it is older than one that was seen before. */
export function isNewer(manifest: UpdateManifest, currentVersion: string, highestSerial: number): boolean {
  if (manifest.serial < highestSerial) throw new UpdateRefused('rollback')
  return compareVersions(manifest.version, currentVersion) > 0
}

/** Throws unless the feed offers the version of the list, with files of the list only. */
export function checkOffer(manifest: UpdateManifest, offered: OfferedVersion): void {
  if (offered.version !== manifest.version) throw new UpdateRefused('otherVersion')
  if (offered.files.length === 0) throw new UpdateRefused('unknownFile')
  for (const file of offered.files) {
    const listed = manifest.files.find((entry) => entry.name === nameOf(file.url))
    if (!listed) throw new UpdateRefused('unknownFile')
    if (listed.sha512 !== file.sha512) throw new UpdateRefused('otherContents')
  }
}

/** Throws unless this file is, byte for byte, one of the list; a file that is not is removed. */
export async function checkFile(manifest: UpdateManifest, file: string): Promise<void> {
  try {
    const listed = manifest.files.find((entry) => entry.name === path.basename(file))
    if (!listed) throw new UpdateRefused('unknownFile')
    const { size } = await stat(file)
    if (size !== listed.size || (await sha512Of(file)) !== listed.sha512) throw new UpdateRefused('otherContents')
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

/** Below zero when `a` is older. Both are `1.2.3`; anything else is refused. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)]
  for (const [index, number] of left.entries()) {
    const difference = number - (right[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

function numbersOf(version: string): number[] {
  if (!versionForm.test(version)) throw new UpdateRefused('form')
  return version.split('.').map(Number)
}

const versionForm = /^\d{1,5}\.\d{1,5}\.\d{1,5}$/

function isSigned(bytes: Uint8Array, signature: string, publicKey: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    return key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, Buffer.from(signature, 'base64'))
  } catch {
    return false // a key or signature that cannot even be read
  }
}

function isManifest(value: unknown): value is UpdateManifest {
  if (typeof value !== 'object' || value === null) return false
  const { app, version, serial, files }: Partial<Record<keyof UpdateManifest, unknown>> = value
  if (typeof app !== 'string' || typeof version !== 'string' || !versionForm.test(version)) return false
  return Number.isSafeInteger(serial) && Number(serial) > 0 && Array.isArray(files) && files.every(isListedFile)
}

function isListedFile(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  const { name, sha512, size }: { name?: unknown; sha512?: unknown; size?: unknown } = value
  const plainName = typeof name === 'string' && /^[\w.-]+$/.test(name) && !name.startsWith('.')
  return plainName && typeof sha512 === 'string' && /^[\w+/]{86}==$/.test(sha512) && Number.isSafeInteger(size)
}

const nameOf = (url: string) => path.posix.basename(new URL(url, 'https://feed.invalid/').pathname)

async function sha512Of(file: string): Promise<string> {
  const hash = createHash('sha512')
  for await (const piece of createReadStream(file)) hash.update(piece)
  return hash.digest('base64')
}
