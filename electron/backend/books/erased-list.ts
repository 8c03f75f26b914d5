// Who was erased, as a list of random ids beside the book [wislijst]. A copy from before still has them, and the book that knows better
// may be the one that cannot be read any more, or be gone when the program stops halfway through putting a copy in its place. So the
// list is looked at whenever the book opens.
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { durableReplace } from '../database/durable-replace.ts'
import type { Reader } from '../database/transaction.ts'
import { type CarriedErasures, takeErasedAlong } from '../sync/merge/carry-erased.ts'
import { bookSecretOf } from './book-queries.ts'

const erasedList = z.object({
  format: z.literal(1),
  /** Which book it is of: another may be made in the same folder. */
  book: z.string(),
  erased: z.array(
    z.object({
      id: z.string(),
      table_name: z.string(),
      row_id: z.string(),
      is_root: z.union([z.literal(0), z.literal(1)]),
      at: z.string(),
    }),
  ),
  leavers: z.array(z.object({ id: z.string(), household_id: z.string(), erased_on: z.string().nullable() })),
})

const fileIn = (dataFolder: string) => join(dataFolder, 'gewist.json')

/** Writes the list down, where it is not there already as it is. */
export async function keepErasedList(dataFolder: string, db: Reader): Promise<void> {
  const carried = await takeErasedAlong(db)
  if (!carried) return
  const erased = carried.erased.map(({ id, table_name, row_id, is_root, at }) => ({
    ...{ id, table_name, row_id, at },
    is_root: is_root === 1 ? (1 as const) : (0 as const),
  }))
  const list: z.input<typeof erasedList> = { format: 1, book: await markOf(db), erased, leavers: [...carried.leavers] }
  const text = `${JSON.stringify(list)}\n`
  if ((await textIn(dataFolder)) !== text) await durableReplace(fileIn(dataFolder), text)
}

/** What the list says of this book; undefined where it says nothing. */
export async function readErasedList(dataFolder: string, db: Reader): Promise<CarriedErasures | undefined> {
  const text = await textIn(dataFolder)
  if (text === undefined) return undefined
  const list = erasedList.safeParse(parsed(text))
  return list.success && list.data.book === (await markOf(db)) ? list.data : undefined
}

/** Of the secret that stays the same in every copy of a book; it cannot be found from the mark. */
async function markOf(db: Reader): Promise<string> {
  return createHash('sha256')
    .update(`wislijst ${await bookSecretOf(db)}`)
    .digest('hex')
}

async function textIn(dataFolder: string): Promise<string | undefined> {
  try {
    return await readFile(fileIn(dataFolder), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
