import { useTranslation } from 'react-i18next'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { ChooseVersion } from './ChooseVersion.tsx'
import { Breaches, Hints } from './ToldThings.tsx'

export type Found = Awaited<ReturnType<Api['differences']['list']>>

/** Verschillen: both versions side by side; choosing is an ordinary change, which can be undone. */
export function DifferencesScreen() {
  const { t } = useTranslation()
  const found = useQuery(api.differences.list, {})
  return (
    <Page title={t('differences.title')} sub={t('differences.sub')}>
      <Answered of={found}>
        {({ differences, hints, breaches }) => (
          <>
            {differences.length + hints.length + breaches.length === 0 && (
              <EmptyState title={t('differences.none')}>{t('differences.noneText')}</EmptyState>
            )}
            {differences.map((difference, index) => (
              <ChooseVersion
                key={difference.id}
                difference={difference}
                place={t('differences.of', { number: index + 1, count: differences.length })}
              />
            ))}
            {differences.length > 0 && <p className="soft measure">{t('differences.later')}</p>}
            <Breaches breaches={breaches} />
            <Hints hints={hints} />
          </>
        )}
      </Answered>
    </Page>
  )
}
