import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { ErrorState, LoadingState } from '../../components/States.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useErrorText } from '../../data/use-error-text.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { CollectionItems } from './CollectionItems.tsx'
import { CollectionSteps } from './CollectionSteps.tsx'

export type CollectionDetail = Awaited<ReturnType<Api['directDebit']['collection']>>

/** One collection: what is to be done by when, and who is in it. */
export function CollectionScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const collection = useQuery(api.directDebit.collection, { collectionId: id })
  const textOf = useErrorText()
  if (collection.state === 'ready') return <OneCollection collection={collection.value} />
  return (
    <Page
      title={collection.state === 'error' ? t('debit.title') : undefined}
      back={{ href: paths.collections, label: t('debit.screen.back') }}
    >
      {collection.state === 'loading' ? (
        <LoadingState />
      ) : (
        <ErrorState
          text={collection.error.code === 'notFound' ? t('debit.screen.gone') : textOf(collection.error)}
          onRetry={collection.retry}
        />
      )}
    </Page>
  )
}

function OneCollection({ collection }: { readonly collection: CollectionDetail }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isAsking, setAsking] = useState(false)
  const cancel = useCommand(api.directDebit.cancel)
  const { id, days, count, cents, reference, state, sequence } = collection
  const isWithUs = state === 'made' || state === 'announced' || state === 'exported'
  const sub = t('debit.screen.sub', { count, amount: format.amount(cents), reference })
  const call = async () => {
    if ((await cancel.run({ collectionId: id })).ok) setAsking(false)
  }
  return (
    <Page
      title={t('debit.screen.title', { day: format.day(days.collectDay) })}
      sub={sequence === 'OOFF' ? `${sub}. ${t('debit.screen.oneOff')}.` : sub}
      back={{ href: paths.collections, label: t('debit.screen.back') }}
      actions={isWithUs && <Button onPress={() => setAsking(true)}>{t('debit.screen.cancel')}</Button>}
    >
      {state === 'cancelled' ? (
        <Notice>{t('debit.screen.cancelled')}</Notice>
      ) : (
        <>
          <Section title={t('debit.screen.steps')}>
            <CollectionSteps collection={collection} />
          </Section>
          <Section title={t('debit.screen.who')}>
            <CollectionItems collection={collection} />
          </Section>
        </>
      )}
      {isAsking && (
        <ConfirmDialog
          title={t('debit.screen.cancelAsk')}
          confirmLabel={t('debit.screen.cancel')}
          onConfirm={() => void call()}
          onClose={() => setAsking(false)}
          isBusy={cancel.isRunning}
          error={cancel.formError}
        >
          <p>{t('debit.screen.cancelText')}</p>
        </ConfirmDialog>
      )}
    </Page>
  )
}
