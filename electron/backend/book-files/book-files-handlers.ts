import type { bookFiles } from '../../../shared/contract/book-files.ts'
import { actionNamed } from '../backup/make-copy.ts'
import type { AppContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { hasSheet } from '../sealing/sealed-queries.ts'
import { countWrittenAfter, lastCarriedAt } from './carried-copy-queries.ts'
import { makeCopyFile, makeHandOverFile } from './make-book-file.ts'
import { lookIntoBookFile, takeInBookFile } from './open-book-file.ts'

export const bookFilesHandlers: HandlersOf<typeof bookFiles, AppContext> = {
  state: async (_input, { books }) => {
    const { db } = books.contextOfCurrent()
    return { lastCopyAt: await lastCarriedAt(db), hasSheet: await hasSheet(db) }
  },
  makeCopy: (_input, { books }) => makeCopyFile(books.contextOfCurrent()),
  makeHandOver: (_input, { books }) => makeHandOverFile(books.contextOfCurrent()),
  look: async (input, context) => {
    const { lock, head } = await lookIntoBookFile(input, context)
    if (!head) return { lock, book: null }
    const { kind, manifest } = head
    const { bookName: name, madeAt, counts, lastAction } = manifest
    const present = context.books.current()
    const last = actionNamed(lastAction)
    const writtenSince = present && last ? await countWrittenAfter(present.db, last) : 0
    return { lock, book: { kind, name, madeAt, counts, writtenSince } }
  },
  takeIn: async (input, context) => {
    await takeInBookFile(input, context)
    return context.books.status()
  },
}
