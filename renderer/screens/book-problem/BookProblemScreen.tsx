import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookStatus } from '../../../shared/contract/books.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { Desk } from '../../components/Desk.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { FormError } from '../../components/Form.tsx'
import { Houses } from '../../components/Houses.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { BookFileForm } from '../../parts/BookFileForm.tsx'
import { useCopyWords } from '../../parts/use-copy-words.ts'
import styles from './BookProblemScreen.module.css'

/** The book cannot be opened: why, that nothing was lost by it, and what helps. */
export function BookProblemScreen() {
  const status = useQuery(api.books.status, {})
  return (
    <Desk>
      <Houses size="street" />
      <Answered of={status}>
        {(book) =>
          book.state === 'open' || book.state === 'joining' ? null : <Problem status={book} state={book.state} />
        }
      </Answered>
    </Desk>
  )
}

type ProblemState = Exclude<BookStatus['state'], 'open' | 'joining'>

function Problem({ status, state }: { readonly status: BookStatus; readonly state: ProblemState }) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const retry = useCommand(api.books.retry)
  const [isOpening, setOpening] = useState(false)
  const title = t(`bookProblem.${state}.title`)
  useEffect(() => {
    document.title = `${title} - Buurtboek`
    heading.current?.focus()
  }, [title])
  const canBeReplaced = state === 'damaged' || state === 'notABook' || state === 'none'
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      <p className={styles.lead}>{useReason(status, state)}</p>
      {canBeReplaced && <GoodCopy status={status} />}
      <div className="stack">
        <p className="measure">{t(`bookProblem.${state}.help`)}</p>
        <div>
          <FormError text={retry.formError} />
          <Button
            kind={status.backup ? 'outlined' : 'main'}
            isBusy={retry.isRunning}
            onPress={() => void retry.run({})}
          >
            {t('bookProblem.retry')}
          </Button>
        </div>
      </div>
      {canBeReplaced && (
        <Section title={t('bookProblem.file.title')}>
          <div className="stack">
            <p className="measure">{t('bookProblem.file.text')}</p>
            <div className="cluster">
              <Button onPress={() => setOpening(true)}>{t('bookProblem.file.button')}</Button>
            </div>
          </div>
        </Section>
      )}
      {isOpening && (
        <Dialog title={t('bookProblem.file.title')} size="wide" onClose={() => setOpening(false)}>
          <BookFileForm />
        </Dialog>
      )}
      <Section title={t('bookProblem.folder')}>
        <p className={styles.folder}>
          <Bdi>{status.dataFolder}</Bdi>
        </p>
      </Section>
    </>
  )
}

function useReason(status: BookStatus, state: ProblemState): string {
  const { t } = useTranslation()
  if (state !== 'location') return t(`bookProblem.${state}.text`)
  const reason = status.location?.reason ?? 'network'
  return t(`bookProblem.location.${reason}`, { service: status.location?.service ?? '' })
}

/** The newest copy that passed every check, with its date and what is in it; or that there is none. */
function GoodCopy({ status }: { readonly status: BookStatus }) {
  const { t } = useTranslation()
  const format = useFormat()
  const wordsOf = useCopyWords()
  const restore = useCommand(api.books.restore)
  const copy = status.backup
  if (!copy) return <p className={styles.lead}>{t('bookProblem.copy.none')}</p>
  return (
    <Section title={t('bookProblem.copy.title')}>
      <div className="stack">
        <p className="measure">
          <strong>
            {t('bookProblem.copy.text', { when: format.moment(copy.madeAt), counts: wordsOf(copy.counts) })}
          </strong>
        </p>
        {copy.bookName && <p>{t('bookProblem.copy.book', { name: copy.bookName })}</p>}
        <div>
          <FormError text={restore.formError} />
          <Button kind="main" isBusy={restore.isRunning} onPress={() => void restore.run({ backupId: copy.id })}>
            {t('bookProblem.copy.button')}
          </Button>
        </div>
      </div>
    </Section>
  )
}
