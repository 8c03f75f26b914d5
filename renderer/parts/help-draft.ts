// What the parts and the screen about helping share: their types, and how things are called there.
import { useTranslation } from 'react-i18next'
import type { HelpCategory, HelpTime, InstitutionKind } from '../../shared/domain/mutual-help.ts'
import type { Api } from '../data/api.ts'
import { useFormat } from '../i18n/use-format.ts'

export type Helping = Awaited<ReturnType<Api['mutualHelp']['list']>>
export type HelpRequest = Helping['requests'][number]
export type Helper = Helping['helpers'][number]
export type HelpAct = Helping['acts'][number]
export type HelpJob = Helping['jobs'][number]

interface Named {
  readonly name: string
}

export function useHelpWords() {
  const { t } = useTranslation()
  const format = useFormat()
  const category = (code: HelpCategory) => t(`mutualHelp.categories.${code}`)
  return {
    /** "een buur" for who is not named. */
    name: (person: Named | null) => person?.name ?? t('mutualHelp.nobody'),
    /** "Een buur doet het": the name where it begins a sentence. */
    nameFirst: (person: Named | null) => person?.name ?? t('mutualHelp.nobodyFirst'),
    /** "Meegaan naar een afspraak (Gemeente)" */
    what: (of: { readonly category: HelpCategory; readonly institution: InstitutionKind | null }) =>
      of.institution === null
        ? category(of.category)
        : `${category(of.category)} (${t(`mutualHelp.institutions.${of.institution}`)})`,
    categories: (codes: readonly HelpCategory[]) => {
      const [first = '', ...rest] = codes.map(category)
      return format.list([first, ...rest.map((word) => word.charAt(0).toLowerCase() + word.slice(1))])
    },
    times: (times: readonly HelpTime[]) => {
      const words = times.map((time) => t(`mutualHelp.times.${time}`).toLowerCase())
      return words.length === 0 ? t('mutualHelp.timesAny') : format.list(words)
    },
  }
}
