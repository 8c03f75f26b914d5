import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock, yearOf } from '../../../shared/domain/calendar-date.ts'
import { badgeSheet, envelopeNames, labelSheetNames, labelSheets } from '../../../shared/domain/label-sheet.ts'
import { paperLanguages } from '../../../shared/domain/paper-language.ts'
import { Checkbox } from '../../components/Checkbox.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { useModules } from '../../parts/use-modules.ts'
import styles from './Printing.module.css'
import { type FormPaper, fieldsOf, type PaperChoices, type PaperField } from './paper-wish.ts'

interface FieldsProps {
  readonly name: FormPaper
  readonly choices: PaperChoices
  readonly onChange: (part: Partial<PaperChoices>) => void
}

/** What a document is made with; each asks only what it needs. */
export function PaperFields(props: FieldsProps) {
  const keeps = useModules()
  const fields = fieldsOf[props.name].filter((field) => field !== 'withCare' || keeps('care'))
  return (
    <div className={styles.fields}>
      <FieldRow>
        {fields.map((field) => (
          <OneField key={field} field={field} {...props} />
        ))}
      </FieldRow>
    </div>
  )
}

function OneField({ field, ...props }: FieldsProps & { readonly field: PaperField }): ReactNode {
  const { t, i18n } = useTranslation()
  const { choices, onChange } = props
  switch (field) {
    case 'who':
      return <WhoField {...props} />
    case 'group':
      return <GroupField {...props} />
    case 'gathering':
      return <GatheringField {...props} />
    case 'letters':
      return (
        <SelectField
          label={t('printing.fields.letters')}
          width="medium"
          value={choices.letters}
          onChange={(letters) => onChange({ letters })}
          options={(['usual', 'large'] as const).map((value) => ({ value, label: t(`printing.letters.${value}`) }))}
        />
      )
    case 'language':
      return (
        <SelectField
          label={t('printing.fields.language')}
          width="medium"
          value={choices.language}
          onChange={(language) => onChange({ language })}
          options={paperLanguages.map((value) => ({ value, label: t(`printing.languages.${value}`) }))}
        />
      )
    case 'most':
      return (
        <NumberField
          label={t('printing.fields.most')}
          width="short"
          min={2}
          max={10}
          value={choices.most}
          onChange={(most) => onChange({ most: most ?? choices.most })}
        />
      )
    case 'ownLanguage':
      return (
        <Checkbox
          label={t('printing.fields.ownLanguage')}
          isChecked={choices.ownLanguage}
          onChange={(ownLanguage) => onChange({ ownLanguage })}
        />
      )
    case 'perHousehold':
      return (
        <ChoiceGroup
          label={t('printing.fields.perHousehold')}
          value={choices.perHousehold ? 'household' : 'person'}
          onChange={(value) => onChange({ perHousehold: value === 'household' })}
          choices={(['household', 'person'] as const).map((value) => ({ value, label: t(`printing.per.${value}`) }))}
        />
      )
    case 'sheet':
      return (
        <SelectField
          label={t('printing.fields.sheet')}
          width="medium"
          value={choices.sheet}
          onChange={(sheet) => onChange({ sheet })}
          options={labelSheetNames.map((value) => ({
            value,
            label: t('printing.sheet', sheetWords(value, i18n.language)),
          }))}
        />
      )
    case 'size':
      return (
        <SelectField
          label={t('printing.fields.size')}
          width="medium"
          value={choices.size}
          onChange={(size) => onChange({ size })}
          options={envelopeNames.map((value) => ({ value, label: t(`printing.sizes.${value}`) }))}
        />
      )
    case 'sender':
      return (
        <TextArea
          label={t('printing.fields.sender')}
          hint={t('printing.fields.senderHint')}
          isOptional
          rows={3}
          maxLength={300}
          value={choices.sender}
          onChange={(sender) => onChange({ sender })}
        />
      )
    case 'place':
      return (
        <>
          <StartField {...props} />
          <NudgeFields {...props} />
        </>
      )
    case 'nudge':
      return <NudgeFields {...props} />
    case 'audience':
      return (
        <ChoiceGroup
          label={t('printing.fields.audience')}
          value={choices.audience}
          onChange={(audience) => onChange({ audience })}
          hint={t(`printing.audienceHint.${choices.audience}`)}
          choices={(['own', 'handOut'] as const).map((value) => ({ value, label: t(`printing.audience.${value}`) }))}
        />
      )
    case 'withNames':
      return (
        <Checkbox
          label={t('printing.fields.withNames')}
          hint={t('printing.fields.withNamesHint')}
          isChecked={choices.withNames}
          onChange={(withNames) => onChange({ withNames })}
        />
      )
    case 'withCare':
      return (
        <Checkbox
          label={t('printing.fields.withCare')}
          hint={t('printing.fields.withCareHint')}
          isChecked={choices.withCare}
          onChange={(withCare) => onChange({ withCare })}
        />
      )
    case 'year':
      return (
        <NumberField
          label={t('printing.fields.year')}
          width="short"
          min={1990}
          max={yearOf(dayOfClock(new Date()))}
          value={choices.year}
          onChange={(year) => onChange({ year: year ?? choices.year })}
        />
      )
  }
}

function sheetWords(name: (typeof labelSheetNames)[number], language: string) {
  const { columns, rows, width, height } = labelSheets[name]
  const millimetres = (size: number) => new Intl.NumberFormat(language).format(size)
  return { columns, rows, width: millimetres(width), height: millimetres(height) }
}

const kinds = ['now', 'lid', 'belangstellende', 'contact', 'oud_lid'] as const

interface WhoFieldProps {
  readonly choices: Pick<PaperChoices, 'who'>
  readonly onChange: (part: Pick<PaperChoices, 'who'>) => void
}

/** Everybody, a group, or the one person whose screen this came from. */
export function WhoField({ choices: { who }, onChange }: WhoFieldProps) {
  const { t } = useTranslation()
  const groups = useQuery(api.neighbourhoods.names, {})
  const person = useQuery(api.members.get, { id: who.personId ?? '' }, { isWanted: who.personId !== null })
  const open = groups.state === 'ready' ? groups.value : []
  const named = person.state === 'ready' ? [{ value: 'person', label: person.value.name }] : []
  return (
    <>
      <SelectField
        label={t('printing.fields.who')}
        width="medium"
        value={who.personId === null ? (who.neighbourhood ?? 'all') : 'person'}
        onChange={(value) => {
          if (value !== 'person')
            onChange({ who: { ...who, personId: null, neighbourhood: value === 'all' ? null : value } })
        }}
        options={[
          ...named,
          { value: 'all', label: t('printing.who.all') },
          ...open.map(({ id, name }) => ({ value: id, label: name })),
          ...(open.length > 0 ? [{ value: 'none', label: t('printing.who.none') }] : []),
        ]}
      />
      {who.personId === null && (
        <SelectField
          label={t('printing.fields.kind')}
          width="medium"
          value={who.kind}
          onChange={(kind) => onChange({ who: { ...who, kind } })}
          options={kinds.map((value) => ({ value, label: t(`printing.kinds.${value}`) }))}
        />
      )}
    </>
  )
}

function GroupField({ choices, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const groups = useQuery(api.neighbourhoods.names, {})
  const open = groups.state === 'ready' ? groups.value : []
  return (
    <SelectField
      label={t('printing.fields.group')}
      width="medium"
      value={choices.groupId}
      onChange={(groupId) => onChange({ groupId })}
      options={open.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

function GatheringField({ choices, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const answer = useQuery(api.gatherings.list, { year: null, group: null })
  const gatherings =
    answer.state === 'ready' ? [...answer.value.planned, ...answer.value.toRecord, ...answer.value.past] : []
  return (
    <SelectField
      label={t('printing.fields.gathering')}
      value={choices.gatheringId}
      onChange={(gatheringId) => onChange({ gatheringId })}
      options={gatherings
        .filter(({ counted }) => counted === 'namen')
        .map(({ id, title, day }) => ({ value: id, label: `${title}, ${format.day(day)}` }))}
    />
  )
}

function StartField({ name, choices, onChange }: FieldsProps) {
  const { t } = useTranslation()
  const { columns, rows } = name === 'badges' ? badgeSheet : labelSheets[choices.sheet]
  return (
    <NumberField
      label={t('printing.fields.start')}
      hint={t('printing.fields.startHint')}
      width="short"
      min={1}
      max={columns * rows}
      value={Math.min(choices.start, columns * rows)}
      onChange={(start) => onChange({ start: start ?? 1 })}
    />
  )
}

/** In tenths of a millimetre nobody types: whole ones are what a printer is off by. */
function NudgeFields({ choices, onChange }: FieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <NumberField
        label={t('printing.fields.across')}
        hint={t('printing.fields.acrossHint')}
        width="short"
        min={-10}
        max={10}
        value={choices.across}
        onChange={(across) => onChange({ across: across ?? 0 })}
      />
      <NumberField
        label={t('printing.fields.down')}
        hint={t('printing.fields.downHint')}
        width="short"
        min={-10}
        max={10}
        value={choices.down}
        onChange={(down) => onChange({ down: down ?? 0 })}
      />
    </>
  )
}
