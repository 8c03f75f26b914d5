import { useTranslation } from 'react-i18next'
import { findUnfitWords } from '../../shared/domain/unfit-words.ts'
import { Status } from '../components/Status.tsx'
import { TextArea } from '../components/TextArea.tsx'
import { unfitWords } from '../i18n/unfit-words.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useReaders } from './use-readers.ts'

const themes = ['diagnosis', 'religion', 'origin', 'orientation', 'politics', 'crime', 'status', 'judgement'] as const

export interface NoteFieldProps {
  readonly value: string
  readonly onChange: (text: string) => void
  readonly error?: string | undefined
}

/** A private note: who can read it stands under it, and words that do not belong are pointed out while they are written. */
export function NoteField({ value, onChange, error }: NoteFieldProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const readers = useReaders()
  const unfit = findUnfitWords(value, unfitWords)
  const words = unfit.map(({ theme, word }) => {
    const known = themes.find((each) => each === theme)
    return known ? `‘${word}’ (${t(`care.note.themes.${known}`)})` : `‘${word}’`
  })
  return (
    <div>
      <TextArea
        label={t('care.note.label')}
        hint={`${t('care.note.hint')} ${readers.sentence}`}
        isRequired
        maxLength={2000}
        value={value}
        onChange={onChange}
        error={error}
      />
      <div role="status">
        {words.length > 0 && (
          <Status kind="att" wraps>
            {t('care.note.warning', { words: format.list(words) })}
          </Status>
        )}
      </div>
    </div>
  )
}
