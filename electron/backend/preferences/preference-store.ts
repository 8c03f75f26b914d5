// preferences.json: what belongs to this computer. Never a reason not to start: a file that cannot be read is put aside and said so.
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { z } from 'zod'
import type { Preferences } from '../../../shared/contract/preferences.ts'
import { preferencesShape } from '../../../shared/contract/preferences.ts'
import { durableReplace } from '../database/durable-replace.ts'
import { isDiskFull } from '../disk-full.ts'
import { RuleBroken } from '../rule-broken.ts'

export interface PreferenceStore {
  /** Names this computer in the journal; made once, says nothing about it. */
  readonly device: string
  readonly notice: 'unreadable' | 'newer' | null
  /** Name of the file that was put aside. */
  readonly keptAs: string | null
  get(): Preferences
  /** Which book to open at start. */
  activeBook(): 'own' | 'demo'
  /** Changes what is given and saves; when saving fails, nothing changed. */
  set(changes: Partial<Preferences>): Promise<Preferences>
  setActiveBook(book: 'own' | 'demo'): Promise<void>
}

const version = 1

const fileShape = z.strictObject({
  version: z.literal(version),
  device: z.string().min(1).max(100),
  activeBook: z.enum(['own', 'demo']),
  preferences: preferencesShape,
})

type FileContent = z.output<typeof fileShape>

/** Whoever begins has nothing that is new: all of it is. */
const defaultsOf = (appVersion: string): Preferences => ({
  language: null,
  textSize: 100,
  theme: 'system',
  userName: '',
  bookCertain: false,
  newsRead: appVersion,
})

export async function createPreferenceStore(
  file: string,
  now: () => Date,
  appVersion: string,
  newId: () => string = randomUUID,
): Promise<PreferenceStore> {
  const found = await readContent(file)
  let content: FileContent =
    found.kind === 'good'
      ? found.content
      : { version, device: newId(), activeBook: 'own', preferences: defaultsOf(appVersion) }
  const strange = found.kind === 'unreadable' || found.kind === 'newer' ? found.kind : null
  const keptAs = strange && (await putAside(file, strange === 'newer' ? 'nieuwer' : 'onleesbaar', now()))
  // One after the other, each building on the one before: two windows may choose at the same moment.
  let queue: Promise<unknown> = Promise.resolve()
  const change = (make: (present: FileContent) => FileContent) => {
    const mine = queue.then(() => save(make(content)))
    queue = mine.catch(() => undefined)
    return mine
  }
  const save = async (next: FileContent) => {
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await durableReplace(file, `${JSON.stringify(next, null, 2)}\n`)
    } catch (error) {
      throw refusalOf(error)
    }
    content = next
  }
  // So that the device keeps its name. A folder that cannot be written to is told when the book is opened, not here.
  if (found.kind === 'none' || keptAs !== null) await save(content).catch(() => undefined)
  return {
    // A getter: the id stays the same, but it belongs to the content that is saved.
    get device() {
      return content.device
    },
    notice: keptAs === null ? null : strange,
    keptAs,
    get: () => content.preferences,
    activeBook: () => content.activeBook,
    async set(changes) {
      await change((present) => ({ ...present, preferences: { ...present.preferences, ...changes } }))
      return content.preferences
    },
    async setActiveBook(activeBook) {
      if (activeBook !== content.activeBook) await change((present) => ({ ...present, activeBook }))
    },
  }
}

/** The name it has from now on. Null: it cannot be moved, held by another program perhaps, and stays as it is for the next start. */
async function putAside(file: string, why: 'nieuwer' | 'onleesbaar', now: Date): Promise<string | null> {
  const kept = `${file}.${why}-${stamp(now)}`
  try {
    await rename(file, kept)
    return basename(kept)
  } catch {
    return null
  }
}

function refusalOf(error: unknown): unknown {
  if (isDiskFull(error)) return new RuleBroken('diskFull')
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return new RuleBroken('folderReadOnly')
  return error
}

type Found = { kind: 'good'; content: FileContent } | { kind: 'none' | 'unreadable' | 'newer' }

async function readContent(file: string): Promise<Found> {
  let text: string
  try {
    text = await readFile(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'none' }
    return { kind: 'unreadable' }
  }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'unreadable' }
  }
  const parsed = fileShape.safeParse(json)
  if (parsed.success) return { kind: 'good', content: parsed.data }
  const newer = z.object({ version: z.int().min(version + 1) }).safeParse(json)
  return { kind: newer.success ? 'newer' : 'unreadable' }
}

/** `20261123-154501`, fit for a file name. */
function stamp(now: Date): string {
  return now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
}
