// What a handler may use. Time and ids come in here, so that rules and tests agree on them.
import type { Kysely } from 'kysely'
import type { BackendEvent } from '../../shared/contract/events.ts'
import type { Day } from '../../shared/domain/calendar-date.ts'
import type { BackupKeeper } from './backup/backup-keeper.ts'
import type { BookKeeper } from './books/book-keeper.ts'
import type { Capabilities } from './capabilities.ts'
import type { CareLock } from './care/care-lock.ts'
import type { Database } from './database/schema.ts'
import type { WriteContext } from './database/write.ts'
import type { FileStore } from './files/file-store.ts'
import type { PreferenceStore } from './preferences/preference-store.ts'
import type { Sealing } from './sealing/sealing.ts'
import type { Sharing } from './sync/sharing.ts'

/** Always there, also before a book is open. */
export interface AppContext {
  readonly dataFolder: string
  readonly appVersion: string
  readonly parseWorker: string
  readonly fontFolder: string | undefined
  readonly capabilities: Capabilities
  /** How hard four spoken words are to guess: the cost of scrypt, as a power of two. */
  readonly wordsWork: number
  readonly preferences: PreferenceStore
  readonly files: FileStore
  readonly books: BookKeeper
  readonly now: () => Date
  /** Today on this PC's calendar. */
  readonly today: () => Day
  readonly newId: () => string
  readonly announce: (event: BackendEvent) => void
}

/** A book is open. `db` is for reading; changing goes through write(context, action, work). */
export interface BookContext extends AppContext, WriteContext {
  readonly db: Kysely<Database>
  readonly backups: BackupKeeper
  /** Seals what may not be read by whoever has the file. Ask it before write(), never inside. */
  readonly sealing: Sealing
  readonly sharing: Sharing
  /** Whether care may leave the backend now. */
  readonly careLock: CareLock
}
