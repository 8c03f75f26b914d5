import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { DayField } from '../components/DayField.tsx'
import { FieldRow } from '../components/Form.tsx'
import { NumberField } from '../components/NumberField.tsx'
import { TextField } from '../components/TextField.tsx'
import type { Api } from '../data/api.ts'

/** What an association decides about its book. */
export type BookRules = Omit<Parameters<Api['books']['changeSettings']>[0], 'preset' | 'modules' | 'carry'>

/** Rules while they are being filled in: a number or a day may be missing for a moment. */
export type BookRulesDraft = Omit<BookRules, 'minGatheringsPerYear'> & { readonly minGatheringsPerYear: number | null }

export interface BookRulesFieldsProps {
  readonly draft: BookRulesDraft
  readonly onChange: (draft: BookRulesDraft) => void
  readonly fieldError: (field: string) => string | undefined
  /** The day dues begin when they are turned on. */
  readonly duesFrom: string
  /** A question that comes right after the name. */
  readonly afterName?: ReactNode
  /** A question that comes right after the day dues begin, when there are dues. */
  readonly afterDues?: ReactNode
  /** In a dialog the first field takes the focus. */
  readonly isInDialog?: boolean
}

const kinds = ['binnenbuurt', 'vereniging'] as const
const rolePatterns = ['contact_deputy', 'two_coordinators', 'duo', 'none'] as const

/** The questions about a book, when it is made and in the settings. */
export function BookRulesFields({
  draft,
  onChange,
  fieldError,
  duesFrom,
  afterName,
  afterDues,
  isInDialog = false,
}: BookRulesFieldsProps) {
  const { t } = useTranslation()
  const change = (part: Partial<BookRulesDraft>) => onChange({ ...draft, ...part })
  return (
    <>
      <TextField
        label={t('settings.book.name')}
        hint={t('settings.book.nameHint')}
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={120}
        isFirst={isInDialog}
        isRequired
        error={fieldError('name')}
      />
      {afterName}
      <ChoiceGroup
        label={t('settings.book.kind')}
        layout="column"
        value={draft.kind}
        onChange={(kind) => change({ kind })}
        choices={kinds.map((kind) => ({
          value: kind,
          label: t(`settings.book.kinds.${kind}`),
          hint: t(`settings.book.kindHints.${kind}`),
        }))}
      />
      <FieldRow>
        <ChoiceGroup
          label={t('settings.book.duesQuestion')}
          value={draft.duesEnabled ? 'on' : 'off'}
          onChange={(wish) =>
            change({
              duesEnabled: wish === 'on',
              accountingStart: wish === 'on' ? (draft.accountingStart ?? duesFrom) : draft.accountingStart,
            })
          }
          choices={[
            { value: 'on', label: t('settings.book.duesOn') },
            { value: 'off', label: t('settings.book.duesOff') },
          ]}
        />
      </FieldRow>
      {draft.duesEnabled && (
        <DayField
          label={t('settings.book.accountingStart')}
          hint={t('settings.book.accountingStartHint')}
          width="medium"
          value={draft.accountingStart}
          onChange={(accountingStart) => change({ accountingStart })}
          isRequired
          error={fieldError('accountingStart')}
        />
      )}
      {draft.duesEnabled && afterDues}
      <ChoiceGroup
        label={t('settings.book.rolePattern')}
        layout="column"
        value={draft.rolePattern}
        onChange={(rolePattern) => change({ rolePattern })}
        choices={rolePatterns.map((pattern) => ({
          value: pattern,
          label: t(`settings.book.rolePatterns.${pattern}`),
          hint: t(`settings.book.rolePatternHints.${pattern}`),
        }))}
      />
      <NumberField
        label={t('settings.book.minGatherings')}
        hint={t('settings.book.minGatheringsHint')}
        width="full"
        max={52}
        value={draft.minGatheringsPerYear}
        onChange={(minGatheringsPerYear) => change({ minGatheringsPerYear })}
        isRequired
        error={fieldError('minGatheringsPerYear')}
      />
    </>
  )
}
