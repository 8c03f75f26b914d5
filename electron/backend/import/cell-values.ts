// What short words in a list mean: kinds of membership, roles, ways to be reached. Dutch first, English as well.
import type { MembershipKind } from '../../../shared/domain/membership.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import type { PreferredContact } from '../../../shared/domain/preferred-contact.ts'
import type { Role } from '../../../shared/domain/role-seats.ts'

/** Trimmed, no-break and double spaces made single; spreadsheets are full of them. */
export function tidyCell(value: string): string {
  // Most cells are tidy already, and there are hundreds of thousands of them.
  if (!/\s\s|[^\S ]|^\s|\s$|\u200b/.test(value)) return value
  return value.replace(/[\s\u200b]+/g, ' ').trim()
}

const kinds: ReadonlyMap<string, MembershipKind> = byWord({
  lid: 'lid leden ja actief x 1 member yes active gewoon|lid betalend|lid erelid lid|worden',
  belangstellende:
    'belangstellende belangstellend geinteresseerd geinteresseerde interesse aspirant aspirant|lid interested nieuwsbrief alleen|nieuwsbrief alleen|de|nieuwsbrief nieuwsbrief|ontvangen newsletter newsletter|only',
  contact: 'contact nee niet|lid geen|lid niet|lid|contact no not|a|member non|member',
  oud_lid:
    'oud|lid oudlid ex|lid exlid voormalig|lid opgezegd uitgeschreven gestopt beeindigd geen|lid|meer former|member former lapsed',
})

export function readKind(value: string): MembershipKind | undefined {
  return kinds.get(foldText(value))
}

const roleWords: ReadonlyMap<string, Role> = byWord({
  contactpersoon: 'contactpersoon contact|persoon cp eerste|contactpersoon 1e|contactpersoon contact|person',
  vervanger:
    'vervanger plaatsvervanger vervangend|contactpersoon plaatsvervangend|contactpersoon plv plv|contactpersoon plv|cp vice|contactpersoon tweede|contactpersoon 2e|contactpersoon reserve deputy',
  coordinator: 'coordinator coordinatrice buurtcoordinator',
  duo_lid: 'duo|lid duolid duo duo|member',
  penningmeester: 'penningmeester treasurer',
  werkgroeplid: 'werkgroeplid werkgroep lid|werkgroep working|group|member working|group',
  voorzitter: 'voorzitter chair chairman chairwoman',
  secretaris: 'secretaris secretaresse secretary',
})

export function readRole(value: string): Role | undefined {
  return roleWords.get(foldText(value))
}

const contactWords: ReadonlyMap<string, PreferredContact> = byWord({
  bellen: 'bellen bel telefoon telefonisch tel phone call',
  mail: 'mail e|mail email mailen per|mail per|e|mail',
  app: 'app appen whatsapp whats|app signal message',
  brief: 'brief post per|post per|brief schriftelijk letter',
  langsgaan: 'langsgaan langskomen aanbellen bezoek visit',
})

/** "ja", "x", "nee": in a column that is called after a role. */
export function saysYesOrNo(value: string): boolean {
  return saysYes(value) || saysNo(value)
}

export function saysYes(value: string): boolean {
  return /^(?:ja|j|x|1|yes|y)$/.test(foldText(value))
}

export function saysNo(value: string): boolean {
  return /^(?:nee|n|0|no)$/.test(foldText(value))
}

export function readPreferredContact(value: string): PreferredContact | undefined {
  return contactWords.get(foldText(value))
}

/** "Binnenbuurt Kastanjehof" is the group Kastanjehof; "Binnenbuurt 3" keeps its word. */
export function neighbourhoodName(value: string): string {
  const name = tidyCell(value)
  const bare = name.replace(/^(binnenbuurt|bb|buurt)\s*[:-]?\s+/i, '')
  return /\p{L}/u.test(bare) ? bare : name
}

function byWord<Code extends string>(words: Readonly<Record<Code, string>>): ReadonlyMap<string, Code> {
  const map = new Map<string, Code>()
  for (const code of Object.keys(words) as Code[]) {
    for (const word of words[code].split(' ')) map.set(word.replaceAll('|', ' '), code)
  }
  return map
}
