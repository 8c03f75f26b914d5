import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Pairs.module.css'
import type { Contact, PairPage } from './use-pair-words.ts'

const ContactDialog = later(async () => (await import('./ContactDialog.tsx')).ContactDialog)

/** The months of a pair that meets by the month, and every contact, newest first. */
export function PairContacts({ page }: { readonly page: PairPage }) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState<Contact>()
  const { contacts, pair, today } = page
  return (
    <>
      {page.monthsOfPair && <Months page={page} months={page.monthsOfPair} />}
      <Section title={t('pairs.pair.contacts')}>
        {contacts.length === 0 ? (
          <p className="soft">{t('pairs.pair.noContacts')}</p>
        ) : (
          <Lines>
            {contacts.map((contact) => (
              <OneContact key={contact.id} contact={contact} page={page} onChange={() => setChanging(contact)} />
            ))}
          </Lines>
        )}
      </Section>
      {changing && (
        <ContactDialog pair={pair} today={today} contact={changing} onClose={() => setChanging(undefined)} />
      )}
    </>
  )
}

function Months(props: { readonly page: PairPage; readonly months: NonNullable<PairPage['monthsOfPair']> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { page, months } = props
  const begun = months.filter(({ month }) => month <= page.today)
  return (
    <Section title={t('pairs.pair.months')}>
      <p>{t('pairs.pair.monthsMet', { met: page.pair.months?.met ?? 0, of: months.length })}</p>
      <ul className={styles.list}>
        {begun.map(({ month, contacts, isMet, isOver }) => (
          <li key={month}>
            <span>
              {format.month(month, page.today)}: {t('pairs.pair.monthCount', { count: contacts })}
            </span>
            {isMet ? (
              <Status kind="ok">{t('pairs.pair.monthMet')}</Status>
            ) : (
              <Status kind="no">{t(isOver ? 'pairs.pair.monthShort' : 'pairs.pair.monthNow')}</Status>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function OneContact(props: { readonly contact: Contact; readonly page: PairPage; readonly onChange: () => void }) {
  const { contact, page, onChange } = props
  const { t } = useTranslation()
  const format = useFormat()
  const remove = useCommand(api.pairs.removeContact)
  const { initiatedBy, confirmedBy } = contact
  const day = format.dayNear(contact.day, page.today)
  const more = [
    ...(initiatedBy === null
      ? []
      : [
          initiatedBy === 'samen'
            ? t('pairs.pair.byBoth')
            : t('pairs.pair.byWhom', { name: page.pair[initiatedBy].name }),
        ]),
    ...(confirmedBy === null ? [t('pairs.pair.unconfirmed')] : []),
  ]
  return (
    <Line
      verbs={
        <>
          <Button kind="plain" label={t('pairs.pair.changeContactLabel', { day })} onPress={onChange}>
            {t('pairs.pair.changeContact')}
          </Button>
          <Button
            kind="plain"
            isBusy={remove.isRunning}
            label={t('pairs.pair.removeContactLabel', { day })}
            onPress={() => void remove.run({ id: contact.id })}
          >
            {t('pairs.pair.removeContact')}
          </Button>
          <FormError text={remove.formError} />
        </>
      }
    >
      <p>
        <bdi>{day}</bdi>
      </p>
      {more.length > 0 && <p className="soft small">{more.join(' · ')}</p>}
    </Line>
  )
}
