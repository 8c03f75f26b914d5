import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  checkSheetGroup,
  plainSheetText,
  sheetGroupCount,
  sheetGroupLength,
  splitSheetText,
} from '../../shared/domain/sheet-line.ts'
import { Status } from '../components/Status.tsx'
import { TextField } from '../components/TextField.tsx'
import styles from './GroupFields.module.css'

export const emptyGroups: readonly string[] = Array.from({ length: sheetGroupCount }, () => '')

export interface GroupFieldsProps {
  readonly groups: readonly string[]
  readonly onChange: (groups: readonly string[]) => void
}

/** The twelve groups of a sheet, each told at once when it is right or wrong. Whoever pastes the whole line finds it divided. */
export function GroupFields({ groups, onChange }: GroupFieldsProps) {
  const { t } = useTranslation()
  const right = groups.filter((group, index) => checkSheetGroup(group, index) === 'right').length

  const put = (index: number, typed: string) => {
    const text = plainSheetText(typed)
    if (text.length <= sheetGroupLength(index) + 1) return onChange(groups.with(index, typed.toUpperCase()))
    // More than a group and a slip of the finger: somebody pasted.
    onChange([...splitSheetText(typed), ...emptyGroups].slice(0, sheetGroupCount))
  }
  return (
    <fieldset className={styles.fieldset}>
      <legend className="measure">{t('security.groups.text')}</legend>
      <GroupGrid>
        {groups.map((group, index) => (
          // Each group has its own place and no other name than its number.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what it is
          <GroupField key={index} index={index} value={group} onChange={(typed) => put(index, typed)} />
        ))}
      </GroupGrid>
      <p role="status" className="soft">
        {t('security.groups.count', { right, all: sheetGroupCount })}
      </p>
    </fieldset>
  )
}

/** Groups beside each other, as many as there is room for. */
export function GroupGrid({ children }: { readonly children: ReactNode }) {
  return <div className={styles.groups}>{children}</div>
}

export interface GroupFieldProps {
  readonly index: number
  readonly value: string
  readonly onChange: (typed: string) => void
  readonly error?: string | undefined
}

/** One numbered group. */
export function GroupField({ index, value, onChange, error }: GroupFieldProps) {
  const { t } = useTranslation()
  const found = checkSheetGroup(value, index)
  const wrong = found === 'wrong' || found === 'long'
  return (
    <div className={styles.group}>
      <TextField
        label={t('security.groups.group', { number: index + 1 })}
        value={value}
        onChange={onChange}
        error={error ?? (wrong ? t(`security.groups.${found}`, { length: sheetGroupLength(index) }) : undefined)}
      />
      {found === 'right' && !error && <Status kind="ok">{t('security.groups.right')}</Status>}
    </div>
  )
}
