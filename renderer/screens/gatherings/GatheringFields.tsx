import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { foldText } from '../../../shared/domain/person-name.ts'
import { Button } from '../../components/Button.tsx'
import { DayField } from '../../components/DayField.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FieldRow } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { NumberField } from '../../components/NumberField.tsx'
import { TextArea } from '../../components/TextArea.tsx'
import { TextField } from '../../components/TextField.tsx'
import { TimeField } from '../../components/TimeField.tsx'

/** A gathering while it is being written. `where` is a place, or the name of the host when `hostPersonId` says so. */
export interface GatheringDraft {
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
}

export const emptyDraft: GatheringDraft = {
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
}

/** What the backend is told, without the day. */
export function inputOf({ day: _day, where, ...draft }: GatheringDraft) {
  return { ...draft, place: draft.hostPersonId === null ? where : null }
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

/** When, where, what, for whom; the rest behind "Meer". */
export function GatheringFields({ draft, onChange, hosts, invited, fieldError, group }: GatheringFieldsProps) {
  const { t } = useTranslation()
  const set = (change: Partial<GatheringDraft>) => onChange({ ...draft, ...change })
  const isTight = draft.capacity !== null && invited !== undefined && invited > draft.capacity
  return (
    <>
      <DayField
        label={t('gatherings.form.day')}
        isRequired
        isFirst
        value={draft.day}
        onChange={(day) => set({ day })}
        error={fieldError('day')}
      />
      <WhereField draft={draft} onChange={set} hosts={hosts} error={fieldError('hostPersonId')} />
      <TextField
        label={t('gatherings.form.title')}
        hint={t('gatherings.form.titleHint')}
        isRequired
        maxLength={120}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={fieldError('title')}
      />
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
          <TextField
            label={t('gatherings.form.language')}
            width="medium"
            maxLength={60}
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

const hostsOffered = 3

/** A place in words; while a name of the group is being typed, its people are offered as host. */
function WhereField(props: {
  readonly draft: GatheringDraft
  readonly onChange: (change: Partial<GatheringDraft>) => void
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
