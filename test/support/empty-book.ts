// Files of books that most tests begin with, made once: bringing one through every version, and putting a book in it, takes most of
// the time of a short test.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildEmptyBook } from '../../electron/backend/database/open-database.ts'

/** What of a book that was just made belongs to whoever made it. */
export interface Making {
  readonly device: string
  /** The only id that was taken for it: of the action that made it. */
  readonly actionId: string
}

export interface MadeBook extends Making {
  readonly bytes: Buffer
}

let empty: Promise<Buffer> | undefined
const made = new Map<string, Promise<(own: Making) => Buffer>>()

/** Puts the file of an empty book of the newest version at `file`. */
export async function putEmptyBook(file: string): Promise<void> {
  empty ??= makeEmpty()
  put(file, await empty)
}

/** Puts a book at `file` as the computer `own.device` would have made it. `make` is asked once for each `kind`. */
export async function putMadeBook(
  file: string,
  kind: string,
  own: Making,
  make: () => Promise<MadeBook>,
): Promise<void> {
  const model = made.get(kind) ?? make().then(namedAnew)
  made.set(kind, model)
  put(file, (await model)(own))
}

/** Gives the same bytes with other names in them: in a file of SQLite's, a text fits where another of its length stood. */
function namedAnew({ bytes, ...names }: MadeBook): (own: Making) => Buffer {
  const places = (['device', 'actionId'] as const).flatMap((name) =>
    placesOf(bytes, names[name]).map((at) => [name, at] as const),
  )
  return (own) => {
    for (const [name, at] of places) {
      if (own[name].length !== names[name].length) throw new Error(`${own[name]} does not fit where ${names[name]} was`)
      bytes.write(own[name], at)
    }
    return bytes
  }
}

function placesOf(bytes: Buffer, text: string): number[] {
  const places: number[] = []
  for (let at = bytes.indexOf(text); at >= 0; at = bytes.indexOf(text, at + 1)) places.push(at)
  return places
}

function put(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, bytes, { mode: 0o600 })
}

async function makeEmpty(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-empty-'))
  const file = join(folder, 'boek.db')
  await buildEmptyBook(file)
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  return bytes
}
