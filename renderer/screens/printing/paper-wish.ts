// What somebody chose on the screen, and what is asked of the backend with it.
import type { PaperWish } from '../../../shared/contract/documents.ts'
import type { EnvelopeName, LabelSheetName } from '../../../shared/domain/label-sheet.ts'
import type { PaperLanguage } from '../../../shared/domain/paper-language.ts'

export type PaperName = PaperWish['document']
type Who = Extract<PaperWish, { document: 'members' }>['who']

/** Every choice there is; a document uses those that are its own. */
export interface PaperChoices {
  readonly language: PaperLanguage
  readonly letters: 'usual' | 'large'
  readonly who: Who
  readonly groupId: string | null
  readonly gatheringId: string | null
  readonly most: number
  readonly ownLanguage: boolean
  readonly perHousehold: boolean
  readonly sheet: LabelSheetName
  readonly size: EnvelopeName
  readonly sender: string
  readonly start: number
  readonly across: number
  readonly down: number
}

/** Which fields a document asks, in the order in which they stand. */
export const fieldsOf = {
  members: ['who', 'letters', 'language'],
  tree: ['group', 'most', 'language'],
  participants: ['gathering', 'letters', 'language'],
  attendance: ['gathering', 'language'],
  badges: ['gathering', 'language', 'ownLanguage', 'place'],
  labels: ['who', 'perHousehold', 'sheet', 'place'],
  envelopes: ['who', 'perHousehold', 'size', 'sender', 'nudge'],
} as const satisfies Readonly<Record<PaperName, readonly string[]>>

export type PaperField = (typeof fieldsOf)[PaperName][number]

/** Every document, in the order in which they are offered, with the word it has in an address. */
export const papers = [
  { name: 'members', address: 'ledenlijst' },
  { name: 'tree', address: 'belboom' },
  { name: 'participants', address: 'deelnemers' },
  { name: 'attendance', address: 'aanwezigheid' },
  { name: 'badges', address: 'naamkaartjes' },
  { name: 'labels', address: 'etiketten' },
  { name: 'envelopes', address: 'enveloppen' },
] as const satisfies readonly { readonly name: PaperName; readonly address: string }[]

/** Undefined while something is not chosen yet. */
export function wishOf(document: PaperName, choices: PaperChoices): PaperWish | undefined {
  const { language, letters, who, groupId, gatheringId, ownLanguage, perHousehold, start } = choices
  const nudge = { across: choices.across, down: choices.down }
  switch (document) {
    case 'members':
      return { document, language, who, letters }
    case 'tree':
      return groupId === null ? undefined : { document, language, neighbourhoodId: groupId, most: choices.most }
    case 'participants':
      return gatheringId === null ? undefined : { document, language, gatheringId, letters }
    case 'attendance':
      return gatheringId === null ? undefined : { document, language, gatheringId }
    case 'badges':
      return gatheringId === null ? undefined : { document, language, gatheringId, ownLanguage, start, nudge }
    case 'labels':
      return { document, who, sheet: choices.sheet, perHousehold, start, nudge }
    case 'envelopes':
      return { document, who, size: choices.size, perHousehold, sender: choices.sender, nudge }
  }
}
