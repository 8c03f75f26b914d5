import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { useFormat } from '../../i18n/use-format.ts'
import { type HelpRequest, useHelpWords } from '../../parts/help-draft.ts'

/** What came to an end lately, and how. */
export function ClosedRequests(props: { readonly requests: readonly HelpRequest[]; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useHelpWords()
  return (
    <Disclosure title={t('mutualHelp.requests.closed', { count: props.requests.length })}>
      <Lines>
        {props.requests.map((request) => (
          <Line key={request.id}>
            <bdi>
              {t('mutualHelp.requests.what', { category: words.what(request), name: words.name(request.person) })}
            </bdi>{' '}
            <span className="soft">
              {t('mutualHelp.requests.closedOn', {
                state: t(`mutualHelp.states.${request.state}`, { name: words.name(request.helper) }),
                day: format.day(request.closedDay ?? request.askedDay, 'short'),
              })}
            </span>
          </Line>
        ))}
      </Lines>
    </Disclosure>
  )
}
