// What somebody chose on the screen, and what is asked of the backend with it.
import type { PaperWish } from '../../../shared/contract/documents.ts'
import type { EnvelopeName, LabelSheetName } from '../../../shared/domain/label-sheet.ts'
import type { PaperLanguage } from '../../../shared/domain/paper-language.ts'

export type PaperName = PaperWish['document']
/** A letter has a screen of its own. */
export type FormPaper = Exclude<PaperName, 'letters'>
type Who = Extract<PaperWish, { document: 'members' }>['who']

/** Every choice there is; a document uses those that are its own. */
export interface PaperChoices {
  readonly language: PaperLanguage
  readonly letters: 'usual' | 'large'
  readonly audience: 'own' | 'handOut'
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
  readonly withNames: boolean
  readonly withCare: boolean
  readonly year: number
}

/** Which fields a document asks, in the order in which they stand. */
export const fieldsOf = {
  members: ['who', 'audience', 'letters', 'language'],
  tree: ['group', 'most', 'audience', 'language'],
  participants: ['gathering', 'audience', 'letters', 'language'],
  attendance: ['gathering', 'language'],
  badges: ['gathering', 'language', 'ownLanguage', 'place'],
  labels: ['who', 'perHousehold', 'sheet', 'place'],
  envelopes: ['who', 'perHousehold', 'size', 'sender', 'nudge'],
  agenda: ['gathering', 'language', 'withNames'],
  dossier: ['group', 'language', 'withCare'],
  year: ['group', 'year', 'language'],
} as const satisfies Readonly<Record<FormPaper, readonly string[]>>

export type PaperField = (typeof fieldsOf)[FormPaper][number]

/** Every document, in the order in which they are offered, with the word it has in an address. */
export const papers = [
  { name: 'members', address: 'ledenlijst' },
  { name: 'tree', address: 'belboom' },
  { name: 'participants', address: 'deelnemers' },
  { name: 'attendance', address: 'aanwezigheid' },
  { name: 'badges', address: 'naamkaartjes' },
  { name: 'labels', address: 'etiketten' },
  { name: 'envelopes', address: 'enveloppen' },
  { name: 'letters', address: 'brieven' },
  { name: 'agenda', address: 'agenda' },
  { name: 'year', address: 'jaaroverzicht' },
  { name: 'dossier', address: 'overdracht' },
] as const satisfies readonly { readonly name: PaperName; readonly address: string }[]

/** Whether a document is about one binnenbuurt: a book without any cannot make it. */
export const isOfGroup = (name: PaperName): boolean =>
  name !== 'letters' && (fieldsOf[name] as readonly PaperField[]).includes('group') // each list holds fields

/** Undefined while something is not chosen yet. */
export function wishOf(document: FormPaper, choices: PaperChoices): PaperWish | undefined {
  const { language, letters, audience, who, groupId, gatheringId, ownLanguage, perHousehold, start } = choices
  const nudge = { across: choices.across, down: choices.down }
  switch (document) {
    case 'members':
      return { document, language, who, audience, letters }
    case 'tree':
      return groupId === null
        ? undefined
        : { document, language, neighbourhoodId: groupId, audience, most: choices.most }
    case 'participants':
      return gatheringId === null ? undefined : { document, language, gatheringId, audience, letters }
    case 'attendance':
      return gatheringId === null ? undefined : { document, language, gatheringId }
    case 'badges':
      return gatheringId === null ? undefined : { document, language, gatheringId, ownLanguage, start, nudge }
    case 'labels':
      return { document, language, who, sheet: choices.sheet, perHousehold, start, nudge }
    case 'envelopes':
      return { document, language, who, size: choices.size, perHousehold, sender: choices.sender, nudge }
    case 'agenda':
      return gatheringId === null ? undefined : { document, language, gatheringId, withNames: choices.withNames }
    case 'dossier':
      return groupId === null ? undefined : { document, language, neighbourhoodId: groupId, withCare: choices.withCare }
    case 'year':
      return groupId === null ? undefined : { document, language, neighbourhoodId: groupId, year: choices.year }
  }
}
