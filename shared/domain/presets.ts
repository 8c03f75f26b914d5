// The ways in which associations work, and what each begins with: the answer to "Hoe werkt jullie buurt?". A preset only fills in
// the questions; everything can be changed at once and later.
import type { ModuleCode } from './modules.ts'
import type { RolePattern } from './role-seats.ts'

export interface Preset {
  readonly kind: 'binnenbuurt' | 'vereniging'
  readonly rolePattern: RolePattern
  readonly minGatheringsPerYear: number
  readonly duesEnabled: boolean
  readonly modules: readonly ModuleCode[]
}

export const presetCodes = [
  'inner_circles',
  'coordinators',
  'free_events',
  'looking_after',
  'one_neighbourhood',
  'small_help',
  'duos',
  'talk_table',
  'taking_part',
  'buddies',
  'families',
  'sealed_pairs',
  'mentors',
  'connectors',
  'language_cafe',
  'house_help',
  'network',
  'initiative',
  'working_group',
] as const
export type PresetCode = (typeof presetCodes)[number]

export const presets: Readonly<Record<PresetCode, Preset>> = {
  inner_circles: withGroups('contact_deputy', 3, true, ['forms', 'care']),
  coordinators: withGroups('two_coordinators', 3, true, ['newcomers', 'care']),
  free_events: withGroups('none', 1, false, ['forms', 'subsidy']),
  looking_after: withGroups('two_coordinators', 3, false, ['care', 'help', 'organisations']),
  one_neighbourhood: withGroups('none', 3, true, ['care', 'ideas']),
  small_help: withGroups('none', 0, false, ['help']),
  duos: withGroups('duo', 12, false, ['forms', 'newcomers', 'leaders', 'organisations']),
  talk_table: withGroups('none', 12, false, ['series', 'forms', 'help', 'organisations']),
  taking_part: withGroups('none', 12, false, ['series', 'forms', 'barriers', 'newcomers', 'help']),
  buddies: withGroups('none', 0, false, ['pairs']),
  families: withGroups('none', 0, false, ['pairs']),
  sealed_pairs: withGroups('none', 0, false, ['pairs']),
  mentors: withGroups('none', 0, false, ['pairs', 'organisations']),
  connectors: withGroups('none', 0, false, ['organisations', 'newcomers']),
  language_cafe: withGroups('none', 0, false, ['series', 'forms']),
  house_help: withGroups('none', 0, false, ['help', 'organisations']),
  network: withGroups('none', 0, false, ['organisations', 'ideas']),
  initiative: withGroups('none', 0, false, ['initiatives', 'lifts', 'barriers', 'organisations']),
  working_group: withGroups('contact_deputy', 3, false, ['leaders', 'ideas']),
}

function withGroups(
  rolePattern: RolePattern,
  minGatheringsPerYear: number,
  duesEnabled: boolean,
  modules: readonly ModuleCode[],
): Preset {
  return { kind: 'vereniging', rolePattern, minGatheringsPerYear, duesEnabled, modules }
}
