import { useTranslation } from 'react-i18next'
import { TextArea } from '../../components/TextArea.tsx'

export interface TogetherWords {
  readonly sharedGround: string
  readonly aBrings: string
  readonly bBrings: string
}

export interface TogetherFieldsProps {
  /** How each side is called. */
  readonly a: string
  readonly b: string
  readonly words: TogetherWords
  readonly onChange: (words: TogetherWords) => void
}

/** What two share, and what each of them brings: two boxes, because a pair of which one only gives does not last. */
export function TogetherFields({ a, b, words, onChange }: TogetherFieldsProps) {
  const { t } = useTranslation()
  const fields = [
    { of: 'sharedGround', label: t('pairs.match.ground'), hint: t('pairs.match.groundHint') },
    { of: 'aBrings', label: t('pairs.match.brings', { name: a }), hint: undefined },
    { of: 'bBrings', label: t('pairs.match.brings', { name: b }), hint: undefined },
  ] as const
  return fields.map(({ of, label, hint }) => (
    <TextArea
      key={of}
      label={label}
      hint={hint}
      rows={2}
      maxLength={400}
      value={words[of]}
      onChange={(text) => onChange({ ...words, [of]: text })}
    />
  ))
}
