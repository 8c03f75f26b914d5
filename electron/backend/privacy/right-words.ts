// The words of papers that are made from the declarations: names of tables and columns, and what the screens call the codes in them.
// Only papers need all of these, so this file is asked for when one is made.
import enBookkeeping from '../../../resources/locales/en/bookkeeping.json' with { type: 'json' }
import enCare from '../../../resources/locales/en/care.json' with { type: 'json' }
import enCodes from '../../../resources/locales/en/codes.json' with { type: 'json' }
import enDebit from '../../../resources/locales/en/debit.json' with { type: 'json' }
import enDifferences from '../../../resources/locales/en/differences.json' with { type: 'json' }
import enDues from '../../../resources/locales/en/dues.json' with { type: 'json' }
import enForms from '../../../resources/locales/en/forms.json' with { type: 'json' }
import enGatherings from '../../../resources/locales/en/gatherings.json' with { type: 'json' }
import enHistory from '../../../resources/locales/en/history.json' with { type: 'json' }
import enInitiatives from '../../../resources/locales/en/initiatives.json' with { type: 'json' }
import enLifts from '../../../resources/locales/en/lifts.json' with { type: 'json' }
import enMembers from '../../../resources/locales/en/members.json' with { type: 'json' }
import enMutualHelp from '../../../resources/locales/en/mutualHelp.json' with { type: 'json' }
import enPrivacy from '../../../resources/locales/en/privacy.json' with { type: 'json' }
import enReminders from '../../../resources/locales/en/reminders.json' with { type: 'json' }
import enRights from '../../../resources/locales/en/rights.json' with { type: 'json' }
import enRoles from '../../../resources/locales/en/roles.json' with { type: 'json' }
import enSeries from '../../../resources/locales/en/series.json' with { type: 'json' }
import nlBookkeeping from '../../../resources/locales/nl/bookkeeping.json' with { type: 'json' }
import nlCare from '../../../resources/locales/nl/care.json' with { type: 'json' }
import nlCodes from '../../../resources/locales/nl/codes.json' with { type: 'json' }
import nlDebit from '../../../resources/locales/nl/debit.json' with { type: 'json' }
import nlDifferences from '../../../resources/locales/nl/differences.json' with { type: 'json' }
import nlDues from '../../../resources/locales/nl/dues.json' with { type: 'json' }
import nlForms from '../../../resources/locales/nl/forms.json' with { type: 'json' }
import nlGatherings from '../../../resources/locales/nl/gatherings.json' with { type: 'json' }
import nlHistory from '../../../resources/locales/nl/history.json' with { type: 'json' }
import nlInitiatives from '../../../resources/locales/nl/initiatives.json' with { type: 'json' }
import nlLifts from '../../../resources/locales/nl/lifts.json' with { type: 'json' }
import nlMembers from '../../../resources/locales/nl/members.json' with { type: 'json' }
import nlMutualHelp from '../../../resources/locales/nl/mutualHelp.json' with { type: 'json' }
import nlPrivacy from '../../../resources/locales/nl/privacy.json' with { type: 'json' }
import nlReminders from '../../../resources/locales/nl/reminders.json' with { type: 'json' }
import nlRights from '../../../resources/locales/nl/rights.json' with { type: 'json' }
import nlRoles from '../../../resources/locales/nl/roles.json' with { type: 'json' }
import nlSeries from '../../../resources/locales/nl/series.json' with { type: 'json' }
import type { Sayings } from '../../../shared/contract/say-value.ts'
import { fieldKeys } from '../../../shared/domain/column-words.ts'
import { type Format, formatFor } from '../../../shared/domain/format.ts'
import { type TermAfterLeaving, usualTermAfterLeaving } from '../../../shared/domain/retention.ts'
import { fillWords } from '../export/export-words.ts'

const nl = {
  ...{ bookkeeping: nlBookkeeping, care: nlCare, codes: nlCodes, debit: nlDebit, differences: nlDifferences },
  ...{ dues: nlDues, forms: nlForms, gatherings: nlGatherings, history: nlHistory, initiatives: nlInitiatives },
  ...{ lifts: nlLifts, members: nlMembers, mutualHelp: nlMutualHelp, privacy: nlPrivacy, reminders: nlReminders },
  ...{ rights: nlRights, roles: nlRoles, series: nlSeries },
}
const en: typeof nl = {
  ...{ bookkeeping: enBookkeeping, care: enCare, codes: enCodes, debit: enDebit, differences: enDifferences },
  ...{ dues: enDues, forms: enForms, gatherings: enGatherings, history: enHistory, initiatives: enInitiatives },
  ...{ lifts: enLifts, members: enMembers, mutualHelp: enMutualHelp, privacy: enPrivacy, reminders: enReminders },
  ...{ rights: enRights, roles: enRoles, series: enSeries },
}

export interface RightWords {
  readonly language: 'nl' | 'en'
  readonly rights: typeof nlRights
  readonly privacy: typeof nlPrivacy
  readonly format: Format
  readonly sayings: Sayings
  /** What a table is called. */
  readonly table: (name: string) => string
  /** What a column is called; undefined when it has no name of its own. */
  readonly field: (table: string, column: string) => string | undefined
}

/** @param monthsAfterLeaving for how long this book keeps the details of who left */
export function rightWords(
  language: 'nl' | 'en' | null,
  monthsAfterLeaving: TermAfterLeaving = usualTermAfterLeaving,
): RightWords {
  const words = language === 'en' ? en : nl
  const { retentions, afterLeaving } = words.privacy
  const format = formatFor(language ?? 'nl')
  const word: Sayings['word'] = (keys, values) => {
    for (const key of keys) {
      const found = wordAt(words, key)
      if (found !== undefined) return values ? fillWords(found, values) : found
    }
    return undefined
  }
  return {
    language: language ?? 'nl',
    rights: words.rights,
    privacy: { ...words.privacy, retentions: { ...retentions, leaving_2_years: afterLeaving[monthsAfterLeaving] } },
    format,
    sayings: { word, format },
    table: (name) => word([`rights.tables.${name}`]) ?? name,
    field: (table, column) => word(fieldKeys(table, column)),
  }
}

type Words = { readonly [key: string]: unknown }

function wordAt(words: Words, key: string): string | undefined {
  let at: unknown = words
  for (const part of key.split('.')) at = (at as Words | undefined)?.[part]
  return typeof at === 'string' ? at : undefined
}
