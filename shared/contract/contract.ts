// The whole API on one page.
import { backups } from './backups.ts'
import { books } from './books.ts'
import { history, trash } from './history.ts'
import { preferences } from './preferences.ts'

export const contract = {
  backups,
  books,
  history,
  preferences,
  trash,
}

export type Contract = typeof contract
