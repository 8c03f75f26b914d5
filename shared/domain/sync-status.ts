// How it stands with keeping in step, as a person may see it: one line, and behind it the causes.

/** From good to bad; the line on the screen says the worst. */
export type SyncLevel = 'upToDate' | 'waiting' | 'repairing' | 'attention'

/** What keeps the books from being in step, or asks for a look. Each says which PC it is about, where it is about one. */
export type SyncCause =
  /** Files of that PC that are known to exist and are not whole in the folder yet. */
  | { readonly kind: 'filesWaited'; readonly device: string; readonly count: number }
  /** Own changes that are not in the folder yet. */
  | { readonly kind: 'notSent'; readonly count: number }
  /** The folder is not there, or it is empty: is the stick in? */
  | { readonly kind: 'folderMissing' }
  /** The folder is there and does not answer, or keeps its files shut. */
  | { readonly kind: 'folderStuck' }
  /** The disk or the space at the provider is full. */
  | { readonly kind: 'folderFull' }
  /** More lies in the folder under names of ours than any book needs: nothing of it is read. */
  | { readonly kind: 'folderTooLarge' }
  /** A file is damaged; that PC sends it again by itself. Our own device: we do. */
  | { readonly kind: 'fileDamaged'; readonly device: string; readonly count: number }
  /** The folder went back to an earlier state; what was missing is put back. */
  | { readonly kind: 'folderRolledBack'; readonly device: string; readonly count: number }
  /** That PC was copied or put back from a copy: two wrote under one name. Nothing is lost. */
  | { readonly kind: 'twinDevice'; readonly device: string }
  /** That PC has a newer program; its files wait for our update. */
  | { readonly kind: 'newerProgram'; readonly device: string; readonly count: number }
  /** The list of PCs that everybody else has did not arrive yet: nothing is sent until it has. */
  | { readonly kind: 'listWaited' }
  /** Two took each other off the list; the recovery sheet decides. */
  | { readonly kind: 'listDisputed' }
  /** A file is strange or forged; nothing of it was taken in. */
  | {
      readonly kind: 'strangeFile'
      readonly device: string | null
      readonly reason: SyncRefusal
      readonly count: number
    }
  /** More people than usual would be removed at once: held until somebody says yes. */
  | { readonly kind: 'manyRemovals'; readonly device: string; readonly count: number }
  /** Compared with that PC's summary the books differ. */
  | { readonly kind: 'booksDiffer'; readonly device: string }
  /** The folder belongs to another book. */
  | { readonly kind: 'otherFolder' }
  /** That PC's clock is more than a day ahead of ours, or ours is behind. Nothing is held up by it. */
  | { readonly kind: 'clockAhead'; readonly device: string; readonly count: number }
  /** The cryptography of this computer gives wrong answers: nothing is read or sent. */
  | { readonly kind: 'sealingBroken' }
  /** The keys of this PC cannot be opened: it has to join again. Nothing is lost. */
  | { readonly kind: 'keysGone' }
  /** This PC was taken off the list. */
  | { readonly kind: 'removed' }

/** Why a file was not taken in. */
export type SyncRefusal =
  | 'tooLarge'
  | 'notAge'
  | 'tooManyRecipients'
  | 'notForUs'
  | 'undecryptable'
  | 'malformed'
  | 'foreignVault'
  | 'unknownDevice'
  | 'removedDevice'
  | 'forged'
  | 'renamed'
  | 'wrongScope'
  | 'brokenChain'
  | 'notAdmin'
  | 'farFuture'

export interface SyncStatus {
  readonly level: SyncLevel
  /** The most serious first; empty when all is in step. */
  readonly causes: readonly SyncCause[]
  /** ISO instant of the last look into the folder that came to its end; null before the first. */
  readonly lookedAt: string | null
  /** When each other PC was last heard of (its own clock), by device id; null for never. */
  readonly heard: Readonly<Record<string, string | null>>
  /** Names in the folder that are not ours: counted, never touched. */
  readonly ignored: { readonly conflictCopies: number; readonly others: number }
}

const levelOf: Readonly<Record<SyncCause['kind'], SyncLevel>> = {
  filesWaited: 'waiting',
  notSent: 'waiting',
  folderMissing: 'waiting',
  folderStuck: 'waiting',
  folderFull: 'attention',
  folderTooLarge: 'attention',
  fileDamaged: 'repairing',
  folderRolledBack: 'repairing',
  twinDevice: 'repairing',
  newerProgram: 'waiting',
  listWaited: 'waiting',
  listDisputed: 'attention',
  strangeFile: 'attention',
  manyRemovals: 'attention',
  booksDiffer: 'attention',
  otherFolder: 'attention',
  clockAhead: 'attention',
  sealingBroken: 'attention',
  keysGone: 'attention',
  removed: 'attention',
}

const ladder: readonly SyncLevel[] = ['upToDate', 'waiting', 'repairing', 'attention']

export function levelOfCauses(causes: readonly SyncCause[]): SyncLevel {
  return causes.reduce<SyncLevel>(
    (worst, { kind }) => (isWorse(levelOf[kind], worst) ? levelOf[kind] : worst),
    'upToDate',
  )
}

/** The most serious first, otherwise in the order they were found. */
export function sortCauses(causes: readonly SyncCause[]): SyncCause[] {
  return [...causes].sort((a, b) => ladder.indexOf(levelOf[b.kind]) - ladder.indexOf(levelOf[a.kind]))
}

function isWorse(one: SyncLevel, other: SyncLevel): boolean {
  return ladder.indexOf(one) > ladder.indexOf(other)
}
