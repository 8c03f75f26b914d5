import { useTranslation } from 'react-i18next'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import type { Api } from '../../data/api.ts'
import styles from './MembersScreen.module.css'
import type { PeopleFilter } from './people-question.ts'

type Counts = Awaited<ReturnType<Api['members']['counts']>>

export interface PeopleFilterFieldsProps {
  readonly filter: PeopleFilter
  readonly counts: Counts
  readonly onChange: (part: Partial<PeopleFilter>) => void
}

/** More than this many choices do not fit on a line or two. */
const mostChoices = 8

/** Which people the list shows: visible choices with how many each holds. */
export function PeopleFilterFields({ filter, counts, onChange }: PeopleFilterFieldsProps) {
  const { t } = useTranslation()
  const groups = [
    { value: 'all', label: t('members.filter.all'), count: counts.all },
    ...counts.neighbourhoods.map(({ id, name, count }) => ({ value: id, label: name, count })),
    ...(counts.withoutNeighbourhood > 0 || filter.neighbourhood === 'none'
      ? [{ value: 'none', label: t('members.filter.none'), count: counts.withoutNeighbourhood }]
      : []),
  ]
  const kinds = counts.kinds
    .filter(({ kind, count }) => count > 0 || kind === 'now' || kind === filter.kind)
    .map(({ kind, count }) => ({ value: kind, label: t(`members.kinds.${kind}`), count }))
  const chosen = filter.neighbourhood ?? 'all'
  const choose = (value: string) => onChange({ neighbourhood: value === 'all' ? null : value })
  return (
    <div className={styles.filters}>
      {counts.neighbourhoods.length > 0 &&
        (groups.length <= mostChoices ? (
          <ChoiceGroup
            label={t('members.filter.neighbourhood')}
            layout="inline"
            value={chosen}
            onChange={choose}
            choices={groups}
          />
        ) : (
          <SelectField
            label={t('members.filter.neighbourhood')}
            width="medium"
            value={chosen}
            onChange={choose}
            options={groups.map(({ value, label, count }) => ({ value, label: `${label} (${count})` }))}
          />
        ))}
      {/* Everybody and one kind: then there is nothing to choose. */}
      {(kinds.length > 2 || filter.kind !== 'now') && (
        <ChoiceGroup
          label={t('members.filter.kind')}
          layout="inline"
          value={filter.kind}
          onChange={(kind) => onChange({ kind })}
          choices={kinds}
        />
      )}
    </div>
  )
}
