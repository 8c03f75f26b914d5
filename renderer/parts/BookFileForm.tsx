import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BookFileOpening } from '../../shared/contract/book-files.ts'
import { sheetLineOfGroups } from '../../shared/domain/sheet-line.ts'
import { Bdi } from '../components/Bdi.tsx'
import { Button } from '../components/Button.tsx'
import { FileDrop } from '../components/FileDrop.tsx'
import { Form, FormError } from '../components/Form.tsx'
import { Notice } from '../components/Notice.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useFileReading } from '../data/use-file-reading.ts'
import { useQuery } from '../data/use-query.ts'
import { useFormat } from '../i18n/use-format.ts'
import { emptyGroups, GroupFields } from './GroupFields.tsx'
import { useCopyWords } from './use-copy-words.ts'
import { areWordsWhole, noWords, WordFields } from './WordFields.tsx'

type Looked = Awaited<ReturnType<Api['bookFiles']['look']>>
type FoundBook = NonNullable<Looked['book']>

interface Chosen {
  readonly file: string
  readonly lock: Looked['lock']
  readonly by: BookFileOpening
  readonly book: FoundBook | null
}

const asHere: BookFileOpening = { way: 'here' }

/** Choose a file with a book in it, open its lock, see what it is, and only then make it the book of this computer. */
export function BookFileForm({ onDone }: { readonly onDone?: () => void }) {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<Chosen>()
  const look = useCommand(api.bookFiles.look)
  const { read, isReading, error } = useFileReading(
    (file) => look.run({ file, by: asHere }),
    ({ lock, book }, file) => setChosen({ file, by: asHere, lock, book }),
  )
  if (!chosen) {
    return (
      <>
        <FileDrop
          label={t('bookFiles.open.choose')}
          hint={t('bookFiles.open.hint')}
          accept={['.buurtboek']}
          onFile={(file) => void read(file)}
          isBusy={isReading}
          error={error}
        />
        <p role="status">{isReading && t('bookFiles.open.reading')}</p>
      </>
    )
  }
  const opened = (by: BookFileOpening, book: FoundBook) => setChosen({ ...chosen, by, book })
  const startOver = () => setChosen(undefined)
  if (!chosen.book) return <Lock chosen={chosen} onOpened={opened} onOther={startOver} />
  return <Found chosen={chosen} book={chosen.book} onOther={startOver} onDone={onDone} />
}

interface LockProps {
  readonly chosen: Chosen
  readonly onOpened: (by: BookFileOpening, book: FoundBook) => void
  readonly onOther: () => void
}

function Lock({ chosen, onOpened, onOther }: LockProps) {
  const { t } = useTranslation()
  const [words, setWords] = useState(noWords)
  const [groups, setGroups] = useState(emptyGroups)
  const look = useCommand(api.bookFiles.look)
  const wrong = look.fieldError(chosen.lock === 'words' ? 'words' : 'line')
  const open = async () => {
    const by: BookFileOpening =
      chosen.lock === 'words'
        ? { way: 'words', words: [...words] }
        : { way: 'sheet', line: sheetLineOfGroups(groups) ?? groups.join(' ') }
    const looked = await look.run({ file: chosen.file, by })
    if (looked.ok && looked.value.book) onOpened(by, looked.value.book)
  }
  const type = (next: readonly string[]) => {
    look.clear()
    setWords(next)
  }
  return (
    <Form
      onSubmit={open}
      error={wrong ?? look.formError}
      actions={
        <>
          <Button onPress={onOther}>{t('bookFiles.open.other')}</Button>
          <Button
            kind="main"
            type="submit"
            isBusy={look.isRunning}
            isDisabled={chosen.lock === 'words' && !areWordsWhole(words)}
          >
            {t('bookFiles.open.submit')}
          </Button>
        </>
      }
    >
      {chosen.lock === 'words' ? (
        <WordFields legend={t('bookFiles.open.words')} words={words} onChange={type} />
      ) : (
        <>
          <p className="measure">{t('bookFiles.open.sheet')}</p>
          <GroupFields groups={groups} onChange={setGroups} />
        </>
      )}
      <p role="status">{look.isRunning && t('bookFiles.open.trying')}</p>
    </Form>
  )
}

interface FoundProps {
  readonly chosen: Chosen
  readonly book: FoundBook
  readonly onOther: () => void
  readonly onDone: (() => void) | undefined
}

/** What it will be is said before it is done, and so is what becomes of the book that is here. */
function Found({ chosen, book, onOther, onDone }: FoundProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const wordsOf = useCopyWords()
  const status = useQuery(api.books.status, {})
  const takeIn = useCommand(api.bookFiles.takeIn)
  const present = status.state === 'ready' ? status.value.book : null
  const take = async () => {
    const taken = await takeIn.run({ file: chosen.file, by: chosen.by })
    if (taken.ok) onDone?.()
  }
  return (
    <div className="stack">
      <h2>{t('bookFiles.open.found')}</h2>
      <p>
        <strong>
          <Bdi>{book.name === null ? t('bookFiles.open.unnamed') : t('bookFiles.open.book', { name: book.name })}</Bdi>
        </strong>
      </p>
      <p className="measure">
        {t('bookFiles.open.text', { when: format.moment(book.madeAt), counts: wordsOf(book.counts) })}
      </p>
      {present?.demo && <Notice kind="att">{t('bookFiles.open.example')}</Notice>}
      {present && !present.demo && (
        <Notice kind="att">
          <p>{t('bookFiles.open.replaces', { name: present.name })}</p>
          {book.writtenSince > 0 && (
            <p>
              <strong>{t('bookFiles.open.writtenSince', { count: book.writtenSince })}</strong>
            </p>
          )}
          <p>{t('bookFiles.open.kept')}</p>
        </Notice>
      )}
      <FormError text={takeIn.formError} />
      <div className="cluster">
        <Button onPress={onOther}>{t('bookFiles.open.other')}</Button>
        {!present?.demo && (
          <Button kind="main" isBusy={takeIn.isRunning} onPress={() => void take()}>
            {t(present ? 'bookFiles.open.replace' : 'bookFiles.open.takeIn')}
          </Button>
        )}
      </div>
      <p role="status">{takeIn.isRunning && t('bookFiles.open.busy')}</p>
    </div>
  )
}
