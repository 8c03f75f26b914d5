// A whole book in one file: a copy to keep elsewhere, which the recovery sheet opens, and a book handed over to a successor by four words.
import { z } from 'zod'
import { spokenWordCount } from '../domain/spoken-words.ts'
import { backupCounts } from './backups.ts'
import { bookStatus } from './books.ts'
import { command, query } from './method.ts'

const madeFile = z.object({
  /** Handle to download it with. */
  file: z.string(),
  name: z.string(),
})

/** By what the file is opened. */
const opening = z.discriminatedUnion('way', [
  /** The key of the book that is open here. */
  z.strictObject({ way: z.literal('here') }),
  z.strictObject({ way: z.literal('sheet'), line: z.string().max(1000) }),
  z.strictObject({ way: z.literal('words'), words: z.array(z.string().max(60)).length(spokenWordCount) }),
])

const received = z.strictObject({ file: z.string().max(100), by: opening })

export const bookFiles = {
  state: query(
    z.strictObject({}),
    z.object({
      /** ISO instant of the last copy for elsewhere; null for never. */
      lastCopyAt: z.string().nullable(),
      /** Whether there is a recovery sheet that such a copy can be made for. */
      hasSheet: z.boolean(),
    }),
  ),
  /** Makes a copy, encrypts it, and opens it again to be sure. */
  makeCopy: command(z.strictObject({}), madeFile),
  /** The same for a successor. The words are known to nobody else and kept nowhere. */
  makeHandOver: command(z.strictObject({}), madeFile.extend({ words: z.array(z.string()) })),
  /** What is in a file that was received. `book` is null when it does not open this way, and `lock` says by what it would. */
  look: command(
    received,
    z.object({
      lock: z.enum(['sheet', 'words']),
      book: z
        .object({
          kind: z.enum(['copy', 'handOver']),
          name: z.string().nullable(),
          madeAt: z.string(),
          counts: backupCounts,
          /** How often something was written in the book that is open here since this file was made of it; 0 for another book. */
          writtenSince: z.int(),
        })
        .nullable(),
    }),
  ),
  /** Makes it the book of this computer. What is here now is kept: as a checked copy, or a broken one as it is. */
  takeIn: command(received, bookStatus),
}

export type BookFileOpening = z.output<typeof opening>
