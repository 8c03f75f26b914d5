import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format.ts'
import { useDuesWords } from './use-dues-words.ts'

/** What the association's book tells of the dues of one person. */
export interface ToldStanding {
  /** First day that is not paid for. */
  readonly paidUntil: string | null
  readonly pays: boolean
  readonly openCents: number | null
}

/** "Betaald tot en met september." */
export function useStandingSentence(): (standing: ToldStanding) => string {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  return ({ paidUntil, pays, openCents }) => {
    const amount = openCents !== null && openCents > 0 ? format.amount(openCents) : null
    if (paidUntil === null && amount === null) return t(pays ? 'between.standing.never' : 'between.standing.none')
    if (paidUntil === null) return t('between.standing.neverOpen', { amount })
    const month = words.lastMonth(paidUntil)
    return t(amount === null ? 'between.standing.paidUntil' : 'between.standing.paidUntilOpen', { month, amount })
  }
}
