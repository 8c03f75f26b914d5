import { useTranslation } from 'react-i18next'
import { type ClickAnswer, clickAnswers } from '../../../shared/domain/pair-programme.ts'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'

const notAsked = 'notAsked'

/** Whether there was a click, asked of one side apart. */
export function ClickField(props: {
  readonly name: string
  readonly value: ClickAnswer | null
  readonly onChange: (answer: ClickAnswer | null) => void
}) {
  const { t } = useTranslation()
  return (
    <ChoiceGroup<ClickAnswer | typeof notAsked>
      label={t('pairs.pair.click', { name: props.name })}
      hint={t('pairs.changePair.clickHint')}
      value={props.value ?? notAsked}
      onChange={(answer) => props.onChange(answer === notAsked ? null : answer)}
      choices={[
        ...clickAnswers.map((answer) => ({ value: answer, label: t(`pairs.pair.clicks.${answer}`) })),
        { value: notAsked, label: t('pairs.changePair.notAsked') },
      ]}
    />
  )
}
