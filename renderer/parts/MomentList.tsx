import { useTranslation } from 'react-i18next'
import { Lines } from '../components/Lines.tsx'
import type { Api } from '../data/api.ts'
import { useFormat } from '../i18n/use-format.ts'

type Moment = Awaited<ReturnType<Api['care']['forPerson']>>['moments'][number]

/** When there was contact, how, by whom, and in one word what came of it. */
export function MomentList({ moments }: { readonly moments: readonly Moment[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <Lines>
      {moments.map(({ id, day, how, result, byName }) => {
        const words = {
          day: format.day(day),
          how: t(`care.ways.${how}`).toLowerCase(),
          result: t(`care.results.${result}`),
        }
        return (
          <li key={id}>
            {byName === null ? t('care.detail.moment', words) : t('care.detail.momentBy', { ...words, name: byName })}
          </li>
        )
      })}
    </Lines>
  )
}
