import { useTranslation } from 'react-i18next'
import { type ImportField, importFields } from '../../../shared/domain/import-field.ts'
import { membershipKinds } from '../../../shared/domain/membership.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { DayField } from '../../components/DayField.tsx'
import { FieldRow, FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import styles from './ArrangeColumns.module.css'

type Arrangement = Awaited<ReturnType<Api['imports']['arrangement']>>

export interface ArrangeColumnsProps {
  readonly id: string
  readonly onNext: () => void
  readonly onOther: () => void
}

/** Step 2: what each column holds. Guessed already; every choice is kept at once. */
export function ArrangeColumns({ id, onNext, onOther }: ArrangeColumnsProps) {
  const { t } = useTranslation()
  const arrangement = useQuery(api.imports.arrangement, { id })
  const fileName = arrangement.state === 'ready' ? arrangement.value.fileName : ''
  const close = useCommand(api.imports.close)
  const other = async () => {
    await close.run({ id })
    onOther()
  }
  return (
    <Page
      title={t('imports.columns.title')}
      above={fileName === '' ? t('imports.step', { step: 2 }) : t('imports.stepOf', { step: 2, file: fileName })}
      sub={t('imports.columns.lead')}
      bar={
        <>
          <Button onPress={() => void other()}>{t('imports.columns.other')}</Button>
          <Button kind="main" isDisabled={arrangement.state !== 'ready'} onPress={onNext}>
            {t('imports.columns.next')}
          </Button>
        </>
      }
    >
      <Answered of={arrangement}>{(value) => <Choices arrangement={value} />}</Answered>
    </Page>
  )
}

function Choices({ arrangement }: { readonly arrangement: Arrangement }) {
  const { t } = useTranslation()
  const arrange = useCommand(api.imports.arrange)
  const { id, columns } = arrangement
  const change = (changes: Omit<Parameters<Api['imports']['arrange']>[0], 'id'>) => void arrange.run({ id, ...changes })
  const fields = importFields.map((field) => ({ value: field, label: t(`imports.fields.${field}`) }))
  const hasBirthDay = columns.some(({ field }) => field === 'birth' || field === 'partnerBirth')
  return (
    <div className="stack">
      {arrangement.remembered && <Notice kind="ok">{t('imports.columns.remembered')}</Notice>}
      <FieldRow>
        {arrangement.sheets.length > 1 && (
          <SelectField
            label={t('imports.columns.sheet')}
            value={String(arrangement.sheet)}
            options={arrangement.sheets.map((name, at) => ({ value: String(at), label: name }))}
            onChange={(sheet) => change({ sheet: Number(sheet) })}
          />
        )}
        <SelectField
          label={t('imports.columns.heading')}
          hint={t('imports.columns.lineCount', { count: arrangement.lineCount })}
          value={String(arrangement.headingLine ?? 0)}
          options={headingChoices(arrangement, t('imports.columns.noHeading'), (line, cells) =>
            t('imports.columns.headingLine', { line, cells }),
          )}
          onChange={(line) => change({ headingLine: line === '0' ? null : Number(line) })}
        />
      </FieldRow>
      <fieldset className={styles.columns}>
        <legend className="hide">{t('imports.columns.table')}</legend>
        {columns.map((column) => (
          <SelectField<ImportField>
            key={column.index}
            label={column.heading || t('imports.columns.noName', { number: column.index + 1 })}
            hint={
              column.samples.length > 0 ? `${t('imports.columns.samples')}: ${column.samples.join(' · ')}` : undefined
            }
            value={column.field}
            options={fields}
            onChange={(field) => change({ fields: [{ index: column.index, field }] })}
          />
        ))}
      </fieldset>
      <FormError text={arrange.formError} />
      <Notice>
        <p>{t('imports.columns.toNoteHint')}</p>
        {hasBirthDay && <p>{t('imports.columns.birthHint')}</p>}
      </Notice>
      <Section title={t('imports.columns.moreTitle')}>
        <FieldRow>
          <DayField
            label={t('imports.columns.since')}
            value={arrangement.sinceDay}
            onChange={(sinceDay) => sinceDay && change({ sinceDay })}
          />
          <SelectField
            label={t('imports.columns.kind')}
            value={arrangement.kind}
            options={membershipKinds.map((kind) => ({ value: kind, label: t(`imports.kinds.${kind}`) }))}
            onChange={(kind) => change({ kind })}
          />
        </FieldRow>
      </Section>
      {(arrangement.groupsSince !== null || arrangement.groupsCarried !== null) && (
        <Section title={t('imports.columns.groupsTitle')}>
          <div className="stack">
            {arrangement.groupsSince !== null && (
              <DayField
                label={t('imports.columns.groupsSince')}
                hint={t('imports.columns.groupsSinceHint')}
                value={arrangement.groupsSince}
                onChange={(groupsSince) => groupsSince && change({ groupsSince })}
              />
            )}
            {arrangement.groupsCarried !== null && (
              <Checkbox
                label={t('imports.columns.groupsCarried')}
                hint={t('imports.columns.groupsCarriedHint')}
                isChecked={arrangement.groupsCarried}
                onChange={(groupsCarried) => change({ groupsCarried })}
              />
            )}
          </div>
        </Section>
      )}
    </div>
  )
}

function headingChoices(
  { firstLines, headingLine }: Arrangement,
  none: string,
  say: (line: number, cells: string) => string,
) {
  const choices = firstLines.map(({ line, cells }) => ({
    value: String(line),
    label: say(line, cells.filter((cell) => cell.trim() !== '').join(', ')),
  }))
  // Headings further down than the rows that are shown here were found, not pointed out.
  const found = headingLine === null || firstLines.some(({ line }) => line === headingLine) ? [] : [headingLine]
  return [
    { value: '0', label: none },
    ...choices,
    ...found.map((line) => ({ value: String(line), label: say(line, '…') })),
  ]
}
