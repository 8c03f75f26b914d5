// Where the system has no key store (browser mode, Linux without a keyring) the daily key is a file beside the book, readable by this
// user alone. Why not a passphrase at once: somebody of 70 who must make one up before the first bank file may be read writes it on
// the monitor or loses it, and what it protects then is lost with it. The file keeps what leaves the PC shut - a copy of the book, a
// backup on a stick - because it lies outside both. It does not protect from who can use this very account or takes the unencrypted
// disk; the screen Beveiliging says so and offers the passphrase, which then takes the place of the file.
import { randomBytes } from 'node:crypto'
import { lstat, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { durableReplace, syncFolder } from '../database/durable-replace.ts'
import { deriveKey } from './sealer.ts'

const keyFile = z.object({ format: z.literal(1), secret: z.base64().length(44) })

const maxBytes = 1000

/** Makes a new key file and gives the key that wraps with it; durable when this returns. */
export async function makeKeyFile(folder: string, id: string): Promise<Buffer> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const secret = randomBytes(32)
  await durableReplace(pathOf(folder, id), `${JSON.stringify({ format: 1, secret: secret.toString('base64') })}\n`)
  return deriveKey(secret, 'file')
}

/** The wrapping key of a key file; undefined when the file is not there or is not what was written. */
export async function readKeyFile(folder: string, id: string): Promise<Buffer | undefined> {
  try {
    const file = await lstat(pathOf(folder, id))
    if (!file.isFile() || file.size > maxBytes) return undefined
    const parsed = keyFile.safeParse(JSON.parse(await readFile(pathOf(folder, id), 'utf8')))
    return parsed.success ? deriveKey(Buffer.from(parsed.data.secret, 'base64'), 'file') : undefined
  } catch (error) {
    // Gone, half, or not ours to read: then another way in is needed, and nothing else is wrong.
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return undefined
    throw error
  }
}

/** For when a passphrase has taken its place. */
export async function removeKeyFile(folder: string, id: string): Promise<void> {
  await rm(pathOf(folder, id), { force: true })
  await syncFolder(folder)
}

/** Only names that we gave: an id comes out of a book that somebody else may have made. */
function pathOf(folder: string, id: string): string {
  if (!/^[0-9a-z-]{1,64}$/.test(id)) throw Object.assign(new Error('not the name of a key file'), { code: 'EINVAL' })
  return join(folder, `${id}.sleutel`)
}
