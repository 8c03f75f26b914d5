import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import type { DebitNotices } from '../../../shared/contract/direct-debit.ts'
import { paths } from '../../app/paths.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { MailButton } from '../../parts/MailButton.tsx'
import { CopyButton } from './CopyButton.tsx'
import styles from './Debit.module.css'

type Person = DebitNotices['people'][number]

/** Whom to tell what before it is collected: a text to mail, or a letter to print. */
export function NoticesScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const { id = '' } = useParams()
  const notices = useQuery(api.directDebit.notices, { collectionId: id })
  const known = notices.state === 'ready' ? notices.value : undefined
  return (
    <Page
      isForPaper
      title={t('debit.notices.title')}
      sub={known && t('debit.notices.sub', { count: known.people.length })}
      back={{
        href: paths.collection(id),
        label: known ? t('debit.notices.back', { day: format.day(known.collectDay) }) : t('debit.screen.back'),
      }}
      actions={
        known?.people.some(({ email }) => email === null) && (
          <Button kind="main" icon="print" onPress={() => print()}>
            {t('debit.notices.print')}
          </Button>
        )
      }
    >
      <Answered of={notices}>{(value) => <Notices notices={value} />}</Answered>
    </Page>
  )
}

function Notices({ notices }: { readonly notices: DebitNotices }) {
  const { t } = useTranslation()
  const bodyOf = useBody(notices)
  const byMail = notices.people.filter(({ email }) => email !== null)
  const byLetter = notices.people.filter(({ email }) => email === null)
  return (
    <>
      {byMail.length > 0 && (
        <div className={styles.unprinted}>
          <Section title={t('debit.notices.mail')}>
            <p className="soft">{t('debit.notices.mailText')}</p>
            <ul className={styles.lined}>
              {byMail.map((person) => (
                <li key={person.itemId}>
                  <span>
                    <strong>
                      <Bdi>{person.name}</Bdi>
                    </strong>
                    <br />
                    <bdi className="soft">{person.email}</bdi>
                  </span>
                  {person.email !== null && (
                    <MailButton
                      draft={{
                        ...{ to: [person.email], bcc: [] },
                        ...{ subject: t('debit.notices.subject'), body: bodyOf(person) },
                      }}
                      label={t('debit.notices.mailLabel', { name: person.name })}
                    />
                  )}
                  <CopyButton
                    text={`${t('debit.notices.subject')}\n\n${bodyOf(person)}`}
                    done={t('debit.notices.copied')}
                    label={t('debit.notices.copyLabel', { name: person.name })}
                  >
                    {t('debit.notices.copy')}
                  </CopyButton>
                </li>
              ))}
            </ul>
          </Section>
        </div>
      )}
      <div className={styles.unprinted}>
        <Section title={t('debit.notices.letters')}>
          <p className="soft">{t(byLetter.length > 0 ? 'debit.notices.lettersAll' : 'debit.notices.noLetters')}</p>
        </Section>
      </div>
      {byLetter.map((person) => (
        <article key={person.itemId} className={styles.sheet} aria-label={person.name}>
          <p className={styles.addressee}>{[person.name, ...person.addressLines].join('\n')}</p>
          <h3>{t('debit.notices.subject')}</h3>
          <p className={styles.letter}>{bodyOf(person)}</p>
        </article>
      ))}
    </>
  )
}

function useBody(notices: DebitNotices): (person: Person) => string {
  const { t } = useTranslation()
  const format = useFormat()
  const { collectDay, creditorName: association, creditorId, text } = notices
  return ({ name, cents, iban, mandateReference: reference }) =>
    t('debit.notices.body', {
      name,
      day: format.day(collectDay, 'full'),
      amount: format.amountExact(cents),
      // The end is enough to know which account it is; the whole number need not travel by mail.
      iban: `${iban.slice(0, 4)}\u00a0****\u00a0${iban.slice(-4)}`,
      text,
      reference,
      creditorId,
      association,
    })
}
