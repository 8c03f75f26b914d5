import { useTranslation } from 'react-i18next'
import { SelectField } from '../../components/SelectField.tsx'
import type { Round } from './use-pair-words.ts'

const none = 'none'

/** In which round; nothing to ask while there are none. */
export function RoundField(props: {
  readonly rounds: readonly Pick<Round, 'id' | 'name'>[]
  readonly value: string | null
  readonly onChange: (id: string | null) => void
}) {
  const { t } = useTranslation()
  if (props.rounds.length === 0) return null
  return (
    <SelectField
      label={t('pairs.match.round')}
      width="medium"
      value={props.value ?? none}
      onChange={(chosen) => props.onChange(chosen === none ? null : chosen)}
      options={[
        ...props.rounds.map(({ id, name }) => ({ value: id, label: name })),
        { value: none, label: t('pairs.round.noRound') },
      ]}
    />
  )
}
