import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type Answers,
  type CheckInMoment,
  checkInMoments,
  highestAnswer,
  type LifeDomain,
  lifeDomains,
} from '../../../shared/domain/check-in.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'

const notSaid = 'notSaid'
const steps = Array.from({ length: highestAnswer }, (_, at) => String(at + 1))

export interface CheckInDialogProps {
  /** With the code that was given or used. */
  readonly onDone: (code: string) => void
  readonly onClose: () => void
}

/** Ten questions, for the person themself to answer. At the start the program gives a code; later that code is asked. */
export function CheckInDialog({ onDone, onClose }: CheckInDialogProps) {
  const { t } = useTranslation()
  const fill = useCommand(api.checkIns.fill)
  const [moment, setMoment] = useState<CheckInMoment>('start')
  const [code, setCode] = useState('')
  const [answers, setAnswers] = useState<Answers>({})
  const [replaces, setReplaces] = useState(false)
  const isStart = moment === 'start'
  const isAsked = fill.error?.code === 'checkInAnsweredBefore'
  /** What was said of one code or moment does not go for another. */
  const anew = () => {
    setReplaces(false)
    fill.clear()
  }

  const submit = async () => {
    const outcome = await fill.run({ code: isStart ? null : code, moment, answers, replaces })
    if (!outcome.ok) return
    onDone(outcome.value.code)
    onClose()
  }
  return (
    <FormDialog
      title={t('checkIns.fillTitle')}
      sub={t('checkIns.fillSub')}
      submit={t('checkIns.save')}
      command={fill}
      onSubmit={submit}
      onClose={onClose}
      isEmpty={isAsked && !replaces}
      size="wide"
    >
      <ChoiceGroup
        label={t('checkIns.moment')}
        value={moment}
        onChange={(chosen) => {
          setMoment(chosen)
          anew()
        }}
        choices={checkInMoments.map((value) => ({ value, label: t(`checkIns.moments.${value}`) }))}
      />
      {!isStart && (
        <TextField
          label={t('checkIns.code')}
          hint={t('checkIns.codeHint')}
          isRequired
          width="short"
          maxLength={20}
          value={code}
          onChange={(typed) => {
            setCode(typed)
            anew()
          }}
          error={fill.fieldError('code')}
        />
      )}
      {isAsked && <Checkbox label={t('checkIns.replaces')} isChecked={replaces} onChange={setReplaces} />}
      <p className="soft">{t('checkIns.scale')}</p>
      {lifeDomains.map((domain) => (
        <Question
          key={domain}
          domain={domain}
          value={answers[domain]}
          onChange={(answer) => setAnswers({ ...answers, [domain]: answer })}
        />
      ))}
    </FormDialog>
  )
}

function Question(props: {
  readonly domain: LifeDomain
  /** undefined: nothing chosen yet; null: rather not said. */
  readonly value: number | null | undefined
  readonly onChange: (answer: number | null) => void
}) {
  const { t } = useTranslation()
  const { value } = props
  return (
    <ChoiceGroup
      label={t(`checkIns.questions.${props.domain}`)}
      value={value === undefined ? null : value === null ? notSaid : String(value)}
      onChange={(chosen) => props.onChange(chosen === notSaid ? null : Number(chosen))}
      choices={[
        ...steps.map((step) => ({ value: step, label: step })),
        { value: notSaid, label: t('checkIns.notSaid') },
      ]}
    />
  )
}
