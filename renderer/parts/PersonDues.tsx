import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonDues as Dues, DueView } from '../../shared/contract/dues.ts'
import { Button } from '../components/Button.tsx'
import { Disclosure } from '../components/Disclosure.tsx'
import { later } from '../components/later.tsx'
import { Section } from '../components/Section.tsx'
import { Answered } from '../data/Answered.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useErrorText } from '../data/use-error-text.ts'
import { useQuery } from '../data/use-query.ts'
import { AgreementText } from './AgreementText.tsx'
import { DuesList } from './DuesList.tsx'
import { DuesSentence } from './DuesSentence.tsx'
import { PaymentsList } from './PaymentsTable.tsx'
import styles from './PersonDues.module.css'
import { ReminderLog } from './ReminderLog.tsx'
import { useDuesWords } from './use-dues-words.ts'

const PaymentDialog = later(async () => (await import('./PaymentDialog.tsx')).PaymentDialog)
const AgreementDialog = later(async () => (await import('./AgreementDialog.tsx')).AgreementDialog)
const WaiverDialog = later(async () => (await import('./DuesDialogs.tsx')).WaiverDialog)
const OpeningDialog = later(async () => (await import('./DuesDialogs.tsx')).OpeningDialog)
const RefundDialog = later(async () => (await import('./DuesDialogs.tsx')).RefundDialog)

type Open = 'payment' | 'agreement' | 'opening' | 'refund' | { waive: DueView } | null

/** The dues of one person: one sentence first, then what can be done, the months behind a line. Nothing in a book without dues. */
export function PersonDues({ personId }: { readonly personId: string }) {
  const { t } = useTranslation()
  const dues = useQuery(api.dues.person, { personId })
  if (dues.state === 'ready' && !dues.value.enabled) return null
  return (
    <Section title={t('dues.person.title')}>
      <Answered of={dues}>{(value) => <Standing personId={personId} dues={value} />}</Answered>
    </Section>
  )
}

function Standing({ personId, dues }: { readonly personId: string; readonly dues: Dues }) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const { status, agreement, membership, payer } = dues
  const isOwn = payer.people.length === 1 && payer.people[0]?.id === personId
  return (
    <>
      <DuesSentence status={status} agreement={agreement} />
      {agreement && !isOwn && <p className="soft">{t('dues.status.paidBy', { payer: words.people(payer.people) })}</p>}
      {agreement && <AgreementText agreement={agreement} />}
      <div className={styles.actions}>
        {(agreement !== null || status.openCents > 0) && (
          <Button onPress={() => setOpen('payment')}>{t('dues.record')}</Button>
        )}
        {membership && (
          <Button kind={agreement ? 'plain' : 'outlined'} onPress={() => setOpen('agreement')}>
            {t(agreement ? 'dues.person.change' : 'dues.person.agree')}
          </Button>
        )}
      </div>
      <Disclosure title={t('dues.person.more')}>
        <Details dues={dues} onOpen={setOpen} />
      </Disclosure>

      {open === 'payment' && <PaymentDialog payer={payer} openCents={status.openCents} onClose={close} />}
      {open === 'agreement' && <AgreementDialog personId={personId} dues={dues} onClose={close} />}
      {open === 'opening' && <OpeningDialog personId={personId} onClose={close} />}
      {open === 'refund' && <RefundDialog payer={payer} creditCents={status.creditCents} onClose={close} />}
      {open !== null && typeof open === 'object' && <WaiverDialog due={open.waive} onClose={close} />}
    </>
  )
}

function Details({ dues, onOpen }: { readonly dues: Dues; readonly onOpen: (open: Open) => void }) {
  const { t } = useTranslation()
  const words = useDuesWords()
  const textOf = useErrorText()
  const unwaive = useCommand(api.dues.reverseWaiver)
  const loosen = useCommand(api.dues.reverseAllocation)
  const drop = useCommand(api.dues.reverseOpeningBalance)
  const error = unwaive.error ?? loosen.error ?? drop.error
  return (
    <>
      {error && <p role="alert">{textOf(error)}</p>}
      {dues.dues.length === 0 ? (
        <p className="soft">{t('dues.person.noDues')}</p>
      ) : (
        <DuesList
          dues={dues.dues}
          onWaive={(due) => onOpen({ waive: due })}
          onUnwaive={(due) => void unwaive.run({ dueId: due.id })}
          onLoosen={(due) => {
            const last = due.paidBy.at(-1)
            if (last) void loosen.run({ paymentId: last.paymentId, dueId: due.id })
          }}
          onDrop={(due) => void drop.run({ dueId: due.id })}
        />
      )}
      <div className={styles.actions}>
        <Button kind="plain" onPress={() => onOpen('opening')}>
          {t('dues.person.openingAdd')}
        </Button>
        {dues.status.creditCents > 0 && (
          <Button kind="plain" onPress={() => onOpen('refund')}>
            {t('dues.person.refund')}
          </Button>
        )}
      </div>
      <div className={styles.part}>
        <h3>{t('dues.person.paymentsTitle', { payer: words.people(dues.payer.people) })}</h3>
        {dues.payments.length === 0 ? (
          <p className="soft">{t('dues.person.noPayments')}</p>
        ) : (
          <PaymentsList payments={dues.payments} />
        )}
      </div>
      <ReminderLog payer={dues.payer} />
      {dues.earlier.length > 0 && (
        <div className={styles.part}>
          <h3>{t('dues.person.earlier')}</h3>
          {dues.earlier.map((agreement) => (
            <AgreementText key={agreement.id} agreement={agreement} />
          ))}
        </div>
      )}
    </>
  )
}
