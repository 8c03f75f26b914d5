// The files of other books that were opened and not yet taken in, of one backend. The book knows nothing of them.
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { SharedField } from '../../../shared/domain/between.ts'
import type { BookContext } from '../context.ts'
import type { Reader } from '../database/transaction.ts'
import type { FileStore } from '../files/file-store.ts'
import { lastActionSeq } from '../import/import-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { OtherBook } from './between-queries.ts'
import type { FieldDecision } from './compare-fields.ts'
import type { LineDecisions } from './plan-members.ts'
import type { OpenedFile } from './sealed-file.ts'

export interface BetweenSession {
  readonly id: string
  readonly file: OpenedFile<OtherBook>
  readonly decisions: Map<string, LineDecisions>
  /** The state of the book that was last shown with it. */
  shownAt: number
}

const keptSessions = 3
// Held by the file store of the backend they belong to, so that they go when it goes.
const desks = new WeakMap<FileStore, Map<string, BetweenSession>>()

export function addSession(
  { files, newId }: Pick<BookContext, 'files' | 'newId'>,
  file: OpenedFile<OtherBook>,
): string {
  const desk = desks.get(files) ?? new Map<string, BetweenSession>()
  desks.set(files, desk)
  const id = newId()
  desk.set(id, { id, file, decisions: new Map(), shownAt: -1 })
  const [oldest] = desk.keys()
  if (desk.size > keptSessions && oldest !== undefined) desk.delete(oldest)
  return id
}

/** Throws RuleBroken `betweenGone` when it was taken in, closed or pushed out by later ones. */
export function sessionOf({ files }: Pick<BookContext, 'files'>, id: string): BetweenSession {
  const session = desks.get(files)?.get(id)
  if (!session) throw new RuleBroken('betweenGone')
  return session
}

export function dropSession({ files }: Pick<BookContext, 'files'>, id: string): void {
  desks.get(files)?.delete(id)
}

export type LineChoice =
  | { readonly kind: 'field'; readonly field: SharedField; readonly value: FieldDecision | null }
  | { readonly kind: 'who'; readonly value: string | null }
  | { readonly kind: 'leaving'; readonly value: 'leave' | 'membership' | 'stay' }

export function decide({ decisions }: Pick<BetweenSession, 'decisions'>, key: string, choice: LineChoice): void {
  const known = decisions.get(key) ?? { fields: new Map<SharedField, FieldDecision>(), endsMembership: false }
  decisions.set(key, decided(known, choice))
}

function decided(known: LineDecisions, choice: LineChoice): LineDecisions {
  const withField = (field: SharedField, value: FieldDecision | null) => {
    const fields = new Map(known.fields)
    if (value === null) fields.delete(field)
    else fields.set(field, value)
    return fields
  }
  switch (choice.kind) {
    case 'field':
      return { ...known, fields: withField(choice.field, choice.value) }
    case 'who':
      return { ...known, who: choice.value ?? undefined }
    case 'leaving':
      return {
        ...known,
        fields: withField('belongs', choice.value === 'stay' ? 'mine' : 'theirs'),
        endsMembership: choice.value === 'membership',
      }
    default:
      return assertNever(choice)
  }
}

/** What was decided holds for the book as it was shown, and only there. */
export async function refuseOtherBook(db: Reader, { shownAt }: BetweenSession, own: number): Promise<void> {
  if ((await lastActionSeq(db, own)) !== shownAt) throw new RuleBroken('importBookChanged')
}
