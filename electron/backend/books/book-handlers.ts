import type { books } from '../../../shared/contract/books.ts'
import type { AppContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { bookSettingsOf } from './book-queries.ts'
import { changeSettings, useModules } from './change-settings.ts'

export const booksHandlers: HandlersOf<typeof books, AppContext> = {
  status: (_input, { books }) => books.status(),
  create: (input, { books }) => books.create(input),
  openDemo: (_input, { books }) => books.openDemo(),
  leaveDemo: (_input, { books }) => books.leaveDemo(),
  retry: (_input, { books }) => books.retry(),
  restore: async (input, { books }) => {
    await books.restore(input.backupId)
    return books.status()
  },
  settings: (_input, { books }) => bookSettingsOf(books.contextOfCurrent().db),
  changeSettings: (input, { books }) => changeSettings(input, books.contextOfCurrent()),
  useModules: (input, { books }) => useModules(input, books.contextOfCurrent()),
}
