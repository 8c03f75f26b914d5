// Files on their way in and out. What a door receives is written to a folder of ours before anything looks at it, so the
// reader never follows a path that somebody else chose. What the app makes waits in memory, briefly, until a door fetches it.
import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { RuleBroken } from '../rule-broken.ts'

/** Largest file that is taken in: that of a bank. Who reads it has a limit of its own, which for lists is lower. */
const maxReceivedBytes = 30 * 1024 * 1024

/** A whole book on its way in, by the ending of its name. */
const bookFileEnding = '.buurtboek'
const maxBookBytes = 512 * 1024 * 1024

/** Never through a link that somebody put there. */
const readOnly = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)

const maxNameLength = 200
const keptReceived = 8
const keptProduced = 16
const producedLifeMs = 10 * 60 * 1000

export interface ReceivedFile {
  readonly file: string
  /** As the user knows it; for showing only, it is never used as a path. */
  readonly name: string
  readonly size: number
}

export interface ProducedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface FileStore {
  /** Takes a file in. Throws RuleBroken `fileTooBig` or `fileEmpty`; nothing is left behind then. */
  receive(name: string, body: AsyncIterable<Uint8Array>): Promise<ReceivedFile>
  /** The bytes and name of a received file. Throws RuleBroken `fileGone` when there is no such file (any more). */
  open(file: string): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>
  /** How a received file begins, and all of it piece by piece: for one too large to be in memory at once. Throws RuleBroken `fileGone`. */
  openLarge(
    file: string,
    headBytes: number,
  ): Promise<{ readonly head: Uint8Array; readonly pieces: () => Promise<ReadableStream<Uint8Array>> }>
  /** Forgets a received file and removes it from the disk. */
  discard(file: string): Promise<void>
  /** Keeps a made file for ten minutes and gives the handle to fetch it with. */
  produce(name: string, type: string, bytes: Uint8Array): string
  /** The made file, once or more within its ten minutes. */
  take(file: string): ProducedFile | undefined
  /** Removes everything received and made; called at start and at close. */
  clear(): Promise<void>
}

export function createFileStore(folder: string, newId: () => string, now: () => number = Date.now): FileStore {
  const received = new Map<string, ReceivedFile>()
  const produced = new Map<string, ProducedFile & { readonly until: number }>()

  const pathOf = (file: string) => join(folder, file)
  const discard = async (file: string) => {
    if (received.delete(file)) await rm(pathOf(file), { force: true })
  }
  const forgetOldProduced = () => {
    for (const [file, { until }] of produced) {
      if (until <= now() || produced.size > keptProduced) produced.delete(file)
    }
  }

  const readStart = async (file: string, most = Number.POSITIVE_INFINITY) => {
    const entry = received.get(file)
    if (!entry) throw new RuleBroken('fileGone', {})
    const handle = await open(pathOf(file), readOnly).catch((error: unknown) => {
      throw isGone(error) ? new RuleBroken('fileGone', {}) : error
    })
    try {
      const stat = await handle.stat()
      // The folder is ours alone, so a change here means that something else is writing in it: do not read on.
      if (!stat.isFile() || stat.size !== entry.size) throw new RuleBroken('fileGone', {})
      const bytes = new Uint8Array(Math.min(stat.size, most))
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0)
      if (bytesRead !== bytes.length) throw new RuleBroken('fileGone', {})
      return { entry, bytes }
    } finally {
      await handle.close()
    }
  }

  return {
    async receive(name, body) {
      const file = newId()
      await mkdir(folder, { recursive: true, mode: 0o700 })
      try {
        const size = await writeLimited(pathOf(file), body, limitOf(name))
        if (size === 0) throw new RuleBroken('fileEmpty', { name: shownName(name) })
        const entry = { file, name: shownName(name), size }
        received.set(file, entry)
        const oldest = received.keys().next().value
        if (received.size > keptReceived && oldest !== undefined) await discard(oldest)
        return entry
      } catch (error) {
        await rm(pathOf(file), { force: true })
        throw error
      }
    },

    async open(file) {
      const { entry, bytes } = await readStart(file)
      return { name: entry.name, bytes }
    },

    async openLarge(file, headBytes) {
      const { bytes } = await readStart(file, headBytes)
      const pieces = async () => {
        const handle = await open(pathOf(file), readOnly)
        return Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array> // no encoding: bytes
      }
      return { head: bytes, pieces }
    },

    discard,

    produce(name, type, bytes) {
      const file = newId()
      produced.set(file, { name, type, bytes, until: now() + producedLifeMs })
      forgetOldProduced()
      return file
    },

    take(file) {
      forgetOldProduced()
      const made = produced.get(file)
      return made && { name: made.name, type: made.type, bytes: made.bytes }
    },

    async clear() {
      received.clear()
      produced.clear()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** It is not there, or something else stands in its place. */
const isGone = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ELOOP')

const dayMs = 24 * 60 * 60 * 1000

/** Removes what programs that ended badly left in `parent` more than a day ago. What cannot be removed keeps nobody from starting. */
export async function removeLeftFiles(parent: string, now: Date): Promise<void> {
  // Before the first file there is no such folder.
  const left = await readdir(parent).catch(() => [])
  for (const name of left) {
    try {
      const path = join(parent, name)
      const { mtimeMs } = await lstat(path)
      if (now.getTime() - mtimeMs > dayMs) await rm(path, { recursive: true, force: true })
    } catch {
      // Another program took it away first, or holds it: there is a next start.
    }
  }
}

const limitOf = (name: string) => (name.toLowerCase().endsWith(bookFileEnding) ? maxBookBytes : maxReceivedBytes)

/** Writes a new file of at most `limit` bytes; stops reading the moment there is more. */
async function writeLimited(path: string, body: AsyncIterable<Uint8Array>, limit: number): Promise<number> {
  const handle = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600)
  try {
    let size = 0
    for await (const piece of body) {
      size += piece.byteLength
      if (size > limit) throw new RuleBroken('fileTooBig', { limit: limit / (1024 * 1024) })
      await handle.writeFile(piece)
    }
    return size
  } finally {
    await handle.close()
  }
}

/** The last part of what was sent as the name, without anything that could break a line or a sentence. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/[\p{Cc}\p{Bidi_Control}]/gu, '').trim()
  return clean.slice(-maxNameLength) || 'bestand'
}
