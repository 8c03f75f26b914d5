// Why a book is not open, and what to tell of it.
import type { BookStatus } from '../../../shared/contract/books.ts'
import type { ErrorCode } from '../../../shared/contract/reply.ts'
import { newestWholeCopy } from '../backup/backup-folder.ts'
import { summaryOf } from '../backup/backup-manifest.ts'
import type { UnfitLocation } from '../database/data-location.ts'
import { latestVersion } from '../database/migrate.ts'
import { migrations } from '../database/migrations/index.ts'
import type { OpenProblem } from '../database/open-database.ts'

export type BookProblem =
  | Exclude<OpenProblem, { kind: 'missing' }>
  | { readonly kind: 'none' }
  | { readonly kind: 'location'; readonly location: UnfitLocation }

/** The state as the window sees it; for a book that could be put back, with the newest copy that is whole. */
export async function describeProblem(
  problem: BookProblem,
  dataFolder: string,
  backupFolder: string,
): Promise<BookStatus> {
  const copy = canBeReplaced(problem) ? await newestWholeCopy(backupFolder) : undefined
  return {
    state: problem.kind,
    book: null,
    backup: copy ? summaryOf(copy) : null,
    version: problem.kind === 'newer' ? { file: problem.version, app: latestVersion(migrations) } : null,
    location: problem.kind === 'location' ? problem.location : null,
    dataFolder,
  }
}

/** A file that is broken or not there may make place for a copy; one that is only out of reach may not. */
export function canBeReplaced(problem: BookProblem): boolean {
  return problem.kind === 'none' || problem.kind === 'damaged' || problem.kind === 'notABook'
}

/** What to answer to a request that cannot be done because of the problem. */
export function errorOf(problem: BookProblem): ErrorCode {
  switch (problem.kind) {
    case 'none':
      return 'noBookOpen'
    case 'inUse':
      return 'bookInUse'
    case 'newer':
      return 'bookNewer'
    case 'damaged':
    case 'notABook':
      return 'bookDamaged'
    case 'readOnly':
      return 'folderReadOnly'
    case 'location':
      return 'bookLocationUnfit'
  }
}
