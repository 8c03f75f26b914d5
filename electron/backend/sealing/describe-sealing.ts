// What a screen says of the key, out of what is in the book and what this computer can do.
import type { LockReason, SealingState } from '../../../shared/contract/sealing.ts'
import type { KeyWrap } from './book-key-queries.ts'
import type { KeyLook } from './sealing.ts'

export interface Described {
  readonly look: KeyLook
  readonly device: string
  readonly sealed: SealingState['sealed']
  readonly works: boolean
}

export function describeSealing({ look, device, sealed, works }: Described): SealingState {
  const holder = look.wraps.find((wrap) => isDaily(wrap, device))
  const sheets = look.wraps.filter((wrap) => wrap.holder === 'sheet')
  const made = sheets.find((sheet) => sheet.confirmedAt !== null)
  const begun = sheets.find((sheet) => sheet.confirmedAt === null)
  return {
    state: look.isOpen ? 'open' : look.record ? 'locked' : 'none',
    holder: holder && holder.holder !== 'sheet' ? holder.holder : null,
    keyStore: holder ? storeOf(holder) : null,
    locked: look.record && !look.isOpen ? { reason: reasonOf(holder, look.storeHere), sheet: sheets.length > 0 } : null,
    sheet: {
      state: made ? 'made' : begun ? 'begun' : 'none',
      at: (made ?? begun)?.madeAt ?? null,
      ask: begun && look.ask ? [...look.ask] : null,
    },
    sealed,
    works,
  }
}

/** What gives the key each day: a passphrase wherever the book is, else what this very computer keeps. */
function isDaily(wrap: KeyWrap, device: string): boolean {
  if (wrap.holder === 'passphrase') return true
  return wrap.holder !== 'sheet' && wrap.device === device
}

function reasonOf(holder: KeyWrap | undefined, storeHere: string | null): LockReason {
  switch (holder?.holder) {
    case 'passphrase':
      return 'passphrase'
    case 'keyFile':
      return 'keyFileGone'
    case 'keyStore':
      return storeOf(holder) === storeHere ? 'keyStoreShut' : 'keyStoreChanged'
    default:
      return 'otherComputer'
  }
}

const storeOf = ({ details }: KeyWrap) => (typeof details.backend === 'string' ? details.backend : null)
