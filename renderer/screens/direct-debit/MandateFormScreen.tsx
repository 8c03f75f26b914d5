import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import styles from './Debit.module.css'
import { ibanInFours } from './iban-in-fours.ts'

type Mandate = Awaited<ReturnType<Api['directDebit']['mandateForm']>>

/** The form that somebody signs, as it comes out of the printer. */
export function MandateFormScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const form = useQuery(api.directDebit.mandateForm, { mandateId: id })
  const isOnce = form.state === 'ready' && form.value.kind === 'OOFF'
  return (
    <Page
      isForPaper
      title={t(isOnce ? 'debit.form.titleOnce' : 'debit.form.title')}
      sub={t('debit.form.scheme')}
      actions={
        <>
          <Button onPress={() => history.back()}>{t('debit.form.back')}</Button>
          <Button kind="main" icon="print" onPress={() => print()}>
            {t('debit.form.print')}
          </Button>
        </>
      }
    >
      <Answered of={form}>{(value) => <Sheet mandate={value} />}</Answered>
    </Page>
  )
}

function Sheet({ mandate }: { readonly mandate: Mandate }) {
  const { t } = useTranslation()
  const { creditorName: creditor, creditorId, kind } = mandate
  const rows: readonly (readonly [term: string, value: string])[] = [
    [t('debit.form.creditor'), creditor],
    [t('debit.form.creditorAddress'), ''],
    [t('debit.form.creditorId'), creditorId ?? t('debit.form.unknown')],
    [t('debit.form.reference'), mandate.reference],
    [t('debit.form.reason'), t('debit.form.reasonText')],
  ]
  const payer: readonly (readonly [term: string, value: string])[] = [
    [t('debit.form.holder'), mandate.holder],
    [t('debit.form.address'), mandate.addressLines.join(', ')],
    [t('debit.form.iban'), ibanInFours(mandate.iban)],
    [t('debit.form.place'), ''],
    [t('debit.form.signature'), ''],
  ]
  return (
    <>
      {creditorId === null && (
        <div className={styles.unprinted}>
          <Notice kind="att">{t('debit.form.missing')}</Notice>
        </div>
      )}
      <article className={styles.sheet}>
        <Rows rows={rows} />
        <p>{t(kind === 'OOFF' ? 'debit.form.textOnce' : 'debit.form.text', { creditor })}</p>
        <p>{t('debit.form.refund')}</p>
        <Rows rows={payer} />
      </article>
    </>
  )
}

function Rows({ rows }: { readonly rows: readonly (readonly [term: string, value: string])[] }) {
  return (
    <dl className={styles.lines}>
      {rows.map(([term, value]) => (
        <Row key={term} term={term} value={value} />
      ))}
    </dl>
  )
}

/** What is not known is a line to write on. */
function Row({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd className={value === '' ? styles.blank : undefined}>
        <Bdi>{value}</Bdi>
      </dd>
    </>
  )
}
