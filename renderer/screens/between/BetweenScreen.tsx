import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import type { OtherBookView } from '../../../shared/contract/between.ts'
import { betweenEndings } from '../../../shared/domain/between.ts'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFileReading } from '../../data/use-file-reading.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Between.module.css'
import { Meeting } from './Meeting.tsx'

type State = Awaited<ReturnType<Api['between']['state']>>

/** Uitwisselen met een ander boek: files in and out, and getting to know the book they go to. */
export function BetweenScreen() {
  const { t } = useTranslation()
  const state = useQuery(api.between.state, {})
  return (
    <Page title={t('between.title')} sub={t('between.sub')} back={{ href: paths.settings, label: t('settings.title') }}>
      <Answered of={state}>
        {(value) => (
          <div className="stack">
            {value.books.length > 0 && <ReadFile />}
            {value.books.map((book) => (
              <Erased key={book.id} book={book} />
            ))}
            <Section title={t('between.books.title')}>
              {value.books.length === 0 ? (
                <p className="soft">{t('between.books.none')}</p>
              ) : (
                <Lines>
                  {value.books.map((book) => (
                    <Book key={book.id} book={book} state={value} />
                  ))}
                </Lines>
              )}
            </Section>
            <Meeting state={value} />
          </div>
        )}
      </Answered>
    </Page>
  )
}

function ReadFile() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const open = useCommand(api.between.open)
  const { read, isReading, error } = useFileReading(
    (file) => open.run({ file }),
    ({ id }) => navigate(paths.betweenFile(id)),
  )
  return (
    <Section title={t('between.read.title')}>
      <FileDrop
        label={t('between.read.choose')}
        hint={t('between.read.hint')}
        accept={[betweenEndings.leden, betweenEndings.stand]}
        isBusy={isReading}
        error={error}
        onFile={(file) => void read(file)}
      />
    </Section>
  )
}

function Book({ book, state }: { readonly book: OtherBookView; readonly state: State }) {
  const { t } = useTranslation()
  const [isAsked, setAsked] = useState(false)
  return (
    <Line
      verbs={
        <>
          <LinkButton href={paths.betweenMembers(book.id)}>
            {t('between.books.makeLeden')}
            <span className="hide">: {book.name}</span>
          </LinkButton>
          {state.kind === 'vereniging' && (
            <LinkButton href={paths.betweenStanding(book.id)}>
              {t('between.books.makeStand')}
              <span className="hide">: {book.name}</span>
            </LinkButton>
          )}
          <Button kind="plain" onPress={() => setAsked(true)}>
            {t('between.books.forget')}
            <span className="hide">: {book.name}</span>
          </Button>
        </>
      }
    >
      <b>
        <bdi>{book.name}</bdi>
      </b>
      <span className={styles.under}>
        {book.group === null ? t(`between.books.${book.kind}`) : t('between.books.group', { group: book.group })}
      </span>
      <LastFiles book={book} />
      {isAsked && <Forget book={book} onClose={() => setAsked(false)} />}
    </Line>
  )
}

/** What went to and fro last, one line each. */
function LastFiles({ book }: { readonly book: OtherBookView }) {
  const { t } = useTranslation()
  const format = useFormat()
  const files = [
    ['madeLeden', book.made.leden],
    ['madeStand', book.made.stand],
    ['takenLeden', book.taken.leden],
    ['takenStand', book.taken.stand],
  ] as const
  const told = files.flatMap(([key, file]) => (file ? [t(`between.books.${key}`, { day: format.day(file.day) })] : []))
  const lines =
    told.length > 0 ? told : [t('between.books.met', { day: format.day(book.metOn) }), t('between.books.never')]
  return lines.map((line) => (
    <span key={line} className={styles.under}>
      {line}
    </span>
  ))
}

function Forget({ book, onClose }: { readonly book: OtherBookView; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const forget = useCommand(api.between.forget)
  return (
    <ConfirmDialog
      title={t('between.books.forgetTitle', { name: book.name })}
      confirmLabel={t('between.books.forget')}
      isBusy={forget.isRunning}
      error={forget.formError}
      onConfirm={() => void forget.run({ id: book.id }).then(({ ok }) => ok && onClose())}
      onClose={onClose}
    >
      <p>{t('between.books.forgetText')}</p>
    </ConfirmDialog>
  )
}

/** Whoever the other book erased: nothing happens here until somebody says so. */
function Erased({ book }: { readonly book: OtherBookView }) {
  const { t } = useTranslation()
  const keep = useCommand(api.between.keepErased)
  if (book.erasedThere.length === 0) return null
  return (
    <Section title={t('between.erased.title')}>
      <div className="stack">
        <Notice kind="att">
          <p>{t('between.erased.text', { book: book.name })}</p>
        </Notice>
        <FormError text={keep.formError} />
        <Lines>
          {book.erasedThere.map(({ personId, name }) => (
            <Line
              key={personId}
              verbs={
                <>
                  <LinkButton href={paths.person(personId)}>
                    {t('between.erased.open')}
                    <span className="hide">: {name}</span>
                  </LinkButton>
                  <Button isBusy={keep.isRunning} onPress={() => void keep.run({ id: book.id, personId })}>
                    {t('between.erased.keep')}
                    <span className="hide">: {name}</span>
                  </Button>
                </>
              }
            >
              <bdi>{name}</bdi>
            </Line>
          ))}
        </Lines>
      </div>
    </Section>
  )
}
