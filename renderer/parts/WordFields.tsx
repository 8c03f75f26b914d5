import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import spokenWords from '../../resources/words/spoken-words.json'
import {
  completeSpokenWord,
  passphraseOfWords,
  readSpokenWord,
  splitSpokenWords,
  spokenWordCount,
} from '../../shared/domain/spoken-words.ts'
import { FieldFrame } from '../components/Field.tsx'
import { OptionList } from '../components/OptionList.tsx'
import { Status } from '../components/Status.tsx'
import styles from './WordFields.module.css'

export const noWords: readonly string[] = Array.from({ length: spokenWordCount }, () => '')

/** Whether four words of the list stand in the fields. */
export const areWordsWhole = (words: readonly string[]): boolean => passphraseOfWords(words, spokenWords) !== undefined

/** Above this number of words that fit, a list would only be in the way. */
const mostShown = 6

export interface WordFieldsProps {
  /** What to do: "Typ de vier woorden die u hoort." */
  readonly legend: string
  readonly words: readonly string[]
  readonly onChange: (words: readonly string[]) => void
  readonly error?: string | undefined
}

/**
 * The four words that somebody reads out. A few letters are enough, a word that is not in the list is told at once, and whoever
 * pastes or types all four in one field finds them divided.
 */
export function WordFields({ legend, words, onChange, error }: WordFieldsProps) {
  const { t } = useTranslation()
  const grid = useRef<HTMLDivElement>(null)
  const right = words.filter((word) => readSpokenWord(word, spokenWords).kind === 'whole').length

  const goTo = (index: number) =>
    grid.current
      ?.querySelectorAll('input')
      .item(Math.min(index, words.length - 1))
      ?.focus()
  const put = (index: number, typed: string) => {
    const parts = splitSpokenWords(typed)
    const isDone = /\s$/.test(typed)
    if (parts.length < 2 && !isDone) return onChange(words.with(index, typed))
    const taken = parts.slice(0, words.length - index).map((part) => completeSpokenWord(part, spokenWords) ?? part)
    onChange(words.map((word, at) => taken[at - index] ?? (at === index ? '' : word)))
    if (parts.length > 0) goTo(index + taken.length)
  }
  return (
    <fieldset className={styles.fieldset}>
      <legend className="measure">{legend}</legend>
      <div ref={grid} className={styles.words}>
        {words.map((word, index) => (
          // Each word has its own place and no other name than its number.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what it is
          <WordField key={index} index={index} value={word} onChange={(typed) => put(index, typed)} error={error} />
        ))}
      </div>
      <p role="status" className="soft">
        {t('bookFiles.words.count', { right, all: spokenWordCount })}
      </p>
    </fieldset>
  )
}

interface WordFieldProps {
  readonly index: number
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly error?: string | undefined
}

function WordField({ index, value, onChange, error }: WordFieldProps) {
  const { t } = useTranslation()
  const listId = useId()
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const label = t('bookFiles.words.word', { number: index + 1 })
  const read = readSpokenWord(value, spokenWords)
  const fitting = read.kind === 'begun' && read.fitting.length <= mostShown ? read.fitting : []
  const isListShown = isOpen && fitting.length > 0
  const marked = Math.min(active, fitting.length - 1)
  const wrong = read.kind === 'wrong' ? t('bookFiles.words.wrong') : undefined

  const complete = () => {
    const whole = completeSpokenWord(value, spokenWords)
    if (whole !== undefined && whole !== value) onChange(whole)
  }
  const pressKey = (event: KeyboardEvent) => {
    if (isListShown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault()
      setActive((marked + (event.key === 'ArrowDown' ? 1 : -1) + fitting.length) % fitting.length)
    } else if (isListShown && event.key === 'Enter') {
      // The trailing space says: done, on to the next.
      event.preventDefault()
      onChange(`${fitting[marked] ?? value} `)
    } else if (isListShown && event.key === 'Escape') {
      event.stopPropagation()
      setOpen(false)
    }
  }
  return (
    <div>
      <FieldFrame label={label} error={wrong ?? error}>
        {(control) => (
          <span className={styles.frame}>
            <input
              {...control}
              type="text"
              role="combobox"
              dir="ltr"
              // The words are Dutch, whatever the language of the screen.
              lang="nl"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              aria-expanded={isListShown}
              aria-controls={listId}
              aria-autocomplete="list"
              aria-activedescendant={isListShown ? `${listId}-${marked}` : undefined}
              value={value}
              onChange={(event) => {
                setActive(0)
                setOpen(true)
                onChange(event.currentTarget.value)
              }}
              onKeyDown={pressKey}
              onBlur={() => {
                setOpen(false)
                complete()
              }}
            />
            {isListShown && (
              <OptionList
                id={listId}
                label={label}
                options={fitting.map((word) => ({ id: word, label: word }))}
                active={marked}
                onChoose={({ label: word }) => onChange(`${word} `)}
              />
            )}
          </span>
        )}
      </FieldFrame>
      {read.kind === 'whole' && !error && <Status kind="ok">{t('bookFiles.words.right')}</Status>}
    </div>
  )
}
