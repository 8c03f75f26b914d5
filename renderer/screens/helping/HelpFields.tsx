import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type HelpCategory,
  type HelpGrowth,
  helpCategories,
  helpGrowths,
  type InstitutionKind,
  institutionKinds,
  isAccompaniment,
} from '../../../shared/domain/mutual-help.ts'
import { SelectField } from '../../components/SelectField.tsx'
import type { Helping } from '../../parts/help-draft.ts'

interface KindOfHelp {
  readonly category: HelpCategory | null
  readonly institution: InstitutionKind | null
  readonly onCategory: (category: HelpCategory) => void
  readonly onInstitution: (institution: InstitutionKind | null) => void
}

export function useKindOfHelp(
  known: { readonly category: HelpCategory; readonly institution: InstitutionKind | null } | null,
): KindOfHelp {
  const [category, onCategory] = useState(known?.category ?? null)
  const [institution, onInstitution] = useState(known?.institution ?? null)
  const goesAlong = category !== null && isAccompaniment(category)
  return { category, institution: goesAlong ? institution : null, onCategory, onInstitution }
}

const notKnown = 'notKnown'

/** With what; and where somebody goes along, or reads letters: to or from which office. */
export function KindOfHelpFields({
  category,
  institution,
  onCategory,
  onInstitution,
  error,
}: KindOfHelp & { readonly error?: string | undefined }) {
  const { t } = useTranslation()
  return (
    <>
      <SelectField
        label={t('mutualHelp.act.category')}
        isRequired
        width="medium"
        value={category}
        onChange={onCategory}
        options={helpCategories.map((code) => ({ value: code, label: t(`mutualHelp.categories.${code}`) }))}
        error={error}
      />
      {category !== null && isAccompaniment(category) && (
        <SelectField<InstitutionKind | typeof notKnown>
          label={t('mutualHelp.ask.institution')}
          width="medium"
          value={institution ?? notKnown}
          onChange={(chosen) => onInstitution(chosen === notKnown ? null : chosen)}
          options={[
            { value: notKnown, label: t('mutualHelp.ask.noInstitution') },
            ...institutionKinds.map((kind) => ({ value: kind, label: t(`mutualHelp.institutions.${kind}`) })),
          ]}
        />
      )}
    </>
  )
}

const noGroup = 'none'

/** Where it is counted when nobody is named. With no groups there is nothing to ask; one that closed since can stay. */
export function GroupField(props: {
  readonly groups: Helping['groups']
  readonly known: { readonly groupId: string | null; readonly groupName: string | null } | null
  readonly value: string | null
  readonly onChange: (groupId: string | null) => void
}) {
  const { t } = useTranslation()
  const { groupId = null, groupName = null } = props.known ?? {}
  const hasClosed = groupId !== null && groupName !== null && props.groups.every(({ id }) => id !== groupId)
  const groups = hasClosed ? [...props.groups, { id: groupId, name: groupName }] : props.groups
  if (groups.length === 0) return null
  return (
    <SelectField
      label={t('mutualHelp.ask.group')}
      width="medium"
      value={props.value ?? noGroup}
      onChange={(chosen) => props.onChange(chosen === noGroup ? null : chosen)}
      options={[
        { value: noGroup, label: t('mutualHelp.ask.noGroup') },
        ...groups.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  )
}

/** What it grew into, as far as anybody knows. */
export function GrowthField(props: {
  readonly value: HelpGrowth | null
  readonly onChange: (growth: HelpGrowth | null) => void
}) {
  const { t } = useTranslation()
  return (
    <SelectField<HelpGrowth | typeof notKnown>
      label={t('mutualHelp.act.growth')}
      value={props.value ?? notKnown}
      onChange={(chosen) => props.onChange(chosen === notKnown ? null : chosen)}
      options={[
        { value: notKnown, label: t('mutualHelp.growthUnknown') },
        ...helpGrowths.map((growth) => ({ value: growth, label: t(`mutualHelp.growths.${growth}`) })),
      ]}
    />
  )
}
