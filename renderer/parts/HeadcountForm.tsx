import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { FieldRow, Form } from '../components/Form.tsx'
import { NumberField } from '../components/NumberField.tsx'
import { TextField } from '../components/TextField.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'

export interface HeadcountFormProps {
  readonly gatheringId: string
  /** Names the button where several stand on one screen: "Praattafel, 3 november". */
  readonly label: string
  readonly question: string
  readonly asksLanguages: boolean
  /** What is written down already. */
  readonly count?: number | null
  readonly languages?: string | null
  readonly onSaved?: () => void
}

/** A number and one button: how many were there. */
export function HeadcountForm(props: HeadcountFormProps) {
  const { gatheringId, label, question, asksLanguages, onSaved } = props
  const { t } = useTranslation()
  const [count, setCount] = useState<number | null>(props.count ?? null)
  const [languages, setLanguages] = useState(props.languages ?? '')
  const record = useCommand(api.gatherings.recordHeadcount)
  return (
    <Form
      error={record.formError}
      onSubmit={async () => {
        if (count === null) return
        const outcome = await record.run({ gatheringId, count, ...(asksLanguages ? { languages } : {}) })
        if (outcome.ok) onSaved?.()
      }}
    >
      <FieldRow>
        <NumberField
          label={question}
          hint={t('series.headcount.hint')}
          isRequired
          width="medium"
          max={100_000}
          value={count}
          onChange={setCount}
          error={record.fieldError('count')}
        />
        {asksLanguages && (
          <TextField
            label={t('series.headcount.languages')}
            hint={t('series.headcount.languagesHint')}
            maxLength={200}
            value={languages}
            onChange={setLanguages}
            error={record.fieldError('languages')}
          />
        )}
      </FieldRow>
      <div className="cluster">
        <Button type="submit" isBusy={record.isRunning} label={t('series.headcount.saveLabel', { title: label })}>
          {t('series.headcount.save')}
        </Button>
      </div>
    </Form>
  )
}
