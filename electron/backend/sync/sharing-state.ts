// What a screen is told of keeping a book together.
import type { SharedPart, SharingRole } from '../../../shared/domain/sharing-role.ts'
import type { SyncStatus } from '../../../shared/domain/sync-status.ts'

export interface SharingState {
  readonly state: 'off' | 'joining' | 'on'
  readonly folder: string | null
  readonly isAdmin: boolean
  readonly status: SyncStatus | null
  readonly devices: readonly {
    readonly id: string
    readonly name: string
    readonly parts: readonly SharedPart[]
    readonly isAdmin: boolean
    readonly isHere: boolean
    readonly heardAt: string | null
    /** Whether what was erased for good is gone there, old files included; null while nothing was. */
    readonly hasForgotten: boolean | null
  }[]
  readonly invitations: readonly {
    readonly id: string
    readonly invited: string
    readonly role: SharingRole
    readonly until: string
    /** Whoever answered, as they call themselves, and the words that must be on both screens. */
    readonly answer: { readonly name: string; readonly words: readonly string[] } | null
    readonly isSpoilt: boolean
  }[]
  readonly disputed: readonly { readonly id: string; readonly name: string; readonly isHere: boolean }[]
  readonly joining: { readonly bookName: string; readonly inviter: string; readonly words: readonly string[] } | null
}

/** The cryptography of this computer failed its trial. */
export const brokenStatus: SyncStatus = {
  ...{ level: 'attention', causes: [{ kind: 'sealingBroken' }], lookedAt: null },
  ...{ heard: {}, ignored: { conflictCopies: 0, others: 0 } },
}

export const nothingShared: SharingState = {
  ...{ state: 'off', folder: null, isAdmin: false, status: null, joining: null },
  ...{ devices: [], invitations: [], disputed: [] },
}
