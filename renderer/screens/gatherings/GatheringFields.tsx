import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Cents } from '../../../shared/domain/money.ts'
import { foldText } from '../../../shared/domain/person-name.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { MoneyField } from '../../components/MoneyField.tsx'
import { Notice } from '../../components/Notice.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { TimeField } from '../../components/TimeField.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { emptyForms, type FormsDraft, FormsFields } from '../../parts/FormsFields.tsx'
import { useModules } from '../../parts/use-modules.ts'

/** A gathering while it is being written. `where` is a place, or the name of the host when `hostPersonId` says so. */
export interface GatheringDraft extends FormsDraft {
  readonly day: string | null
  readonly title: string
  readonly where: string
  readonly hostPersonId: string | null
  readonly startTime: string | null
  readonly capacity: number | null
  readonly language: string
  readonly theme: string
  readonly programme: string
  readonly note: string
  readonly themeAsked: boolean
  readonly volunteerHours: number | null
  readonly subsidyId: string | null
  readonly costCents: Cents | null
}

export const emptyDraft: GatheringDraft = {
  ...emptyForms,
  day: null,
  title: '',
  where: '',
  hostPersonId: null,
  startTime: null,
  capacity: null,
  language: '',
  theme: '',
  programme: '',
  note: '',
  themeAsked: false,
  volunteerHours: null,
  subsidyId: null,
  costCents: null,
}

/** What the backend is told, without the day. */
export function inputOf({ day: _day, where, goals, connections, ...draft }: GatheringDraft) {
  return {
    ...draft,
    goals: [...goals],
    connections: [...connections],
    place: draft.hostPersonId === null ? where : null,
  }
}

export interface GatheringFieldsProps {
  readonly draft: GatheringDraft
  readonly onChange: (draft: GatheringDraft) => void
  readonly hosts: readonly { readonly personId: string; readonly name: string }[]
  /** How many people are on the list, or will be. */
  readonly invited: number | undefined
  readonly fieldError: (field: string) => string | undefined
  /** The field for whom it is; absent once people are invited. */
  readonly group?: ReactNode
}

/** What, when, where, for whom; the rest behind "Meer". */
export function GatheringFields({ draft, onChange, hosts, invited, fieldError, group }: GatheringFieldsProps) {
  const { t } = useTranslation()
  const keeps = useModules()
  const set = (change: Partial<GatheringDraft>) => onChange({ ...draft, ...change })
  const isTight = draft.capacity !== null && invited !== undefined && invited > draft.capacity
  return (
    <>
      <TextField
        label={t('gatherings.form.title')}
        hint={t('gatherings.form.titleHint')}
        isRequired
        isFirst
        maxLength={120}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={fieldError('title')}
      />
      <DayField
        label={t('gatherings.form.day')}
        isRequired
        value={draft.day}
        onChange={(day) => set({ day })}
        error={fieldError('day')}
      />
      <WhereField draft={draft} onChange={set} hosts={hosts} error={fieldError('hostPersonId')} />
      {group}
      <Disclosure title={t('gatherings.form.more')}>
        <div className="stack">
          <FieldRow>
            <TimeField
              label={t('gatherings.form.startTime')}
              value={draft.startTime}
              onChange={(startTime) => set({ startTime })}
            />
            <NumberField
              label={t('gatherings.form.capacity')}
              min={1}
              max={10_000}
              value={draft.capacity}
              onChange={(capacity) => set({ capacity })}
            />
          </FieldRow>
          {isTight && (
            <Notice>{t('gatherings.form.tooMany', { capacity: draft.capacity ?? 0, count: invited })}</Notice>
          )}
          <TextField
            label={t('gatherings.form.theme')}
            maxLength={120}
            value={draft.theme}
            onChange={(theme) => set({ theme })}
          />
          {keeps('forms') && draft.theme !== '' && (
            <Checkbox
              label={t('forms.themeAsked')}
              isChecked={draft.themeAsked}
              onChange={(themeAsked) => set({ themeAsked })}
            />
          )}
          {keeps('forms') && <FormsFields draft={draft} onChange={set} />}
          {keeps('forms') && (
            <NumberField
              label={t('forms.volunteerHours')}
              width="medium"
              max={10_000}
              value={draft.volunteerHours}
              onChange={(volunteerHours) => set({ volunteerHours })}
            />
          )}
          {keeps('subsidy') && <SubsidyFields draft={draft} onChange={set} />}
          <TextField
            label={t('gatherings.form.language')}
            width="medium"
            maxLength={200}
            value={draft.language}
            onChange={(language) => set({ language })}
          />
          <TextArea
            label={t('gatherings.form.programme')}
            rows={2}
            maxLength={400}
            value={draft.programme}
            onChange={(programme) => set({ programme })}
          />
          <TextArea
            label={t('gatherings.form.note')}
            hint={t('gatherings.form.noteHint')}
            rows={3}
            maxLength={4000}
            value={draft.note}
            onChange={(note) => set({ note })}
          />
        </div>
      </Disclosure>
    </>
  )
}

/** Which subsidy pays for it, and how much of it this took. */
function SubsidyFields({ draft, onChange }: Pick<GatheringFieldsProps, 'draft'> & { onChange: ChangeDraft }) {
  const { t } = useTranslation()
  const subsidies = useQuery(api.subsidies.names, {})
  const known = subsidies.state === 'ready' ? subsidies.value : []
  if (known.length === 0) return null
  return (
    <FieldRow>
      <SelectField
        label={t('subsidies.field')}
        value={draft.subsidyId ?? noSubsidy}
        onChange={(id) => onChange(id === noSubsidy ? { subsidyId: null, costCents: null } : { subsidyId: id })}
        options={[
          { value: noSubsidy, label: t('subsidies.none') },
          ...known.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {draft.subsidyId !== null && (
        <MoneyField
          label={t('subsidies.costField')}
          value={draft.costCents}
          onChange={(costCents) => onChange({ costCents })}
        />
      )}
    </FieldRow>
  )
}

const noSubsidy = 'none'

type ChangeDraft = (change: Partial<GatheringDraft>) => void

const hostsOffered = 3

/** A place in words; while a name of the group is being typed, its people are offered as host. */
function WhereField(props: {
  readonly draft: GatheringDraft
  readonly onChange: ChangeDraft
  readonly hosts: GatheringFieldsProps['hosts']
  readonly error: string | undefined
}) {
  const { draft, onChange, hosts, error } = props
  const { t } = useTranslation()
  const typed = foldText(draft.where)
  const offered =
    draft.hostPersonId !== null || typed.length < 2
      ? []
      : hosts.filter(({ name }) => foldText(name).includes(typed)).slice(0, hostsOffered)
  return (
    <div className="stack">
      <TextField
        label={t('gatherings.form.place')}
        hint={
          draft.hostPersonId === null
            ? t('gatherings.form.placeHint')
            : t('gatherings.form.isHost', { name: draft.where })
        }
        maxLength={120}
        value={draft.where}
        onChange={(where) => onChange({ where, hostPersonId: null })}
        error={error}
      />
      {offered.length > 0 && (
        <div className="cluster">
          {offered.map(({ personId, name }) => (
            <Button key={personId} icon="house" onPress={() => onChange({ where: name, hostPersonId: personId })}>
              {t('gatherings.atHome', { name })}
            </Button>
          ))}
        </div>
      )}
    </div>
  )
}
