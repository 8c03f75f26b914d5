import { useTranslation } from 'react-i18next'
import { ChoiceGroup } from '../components/ChoiceGroup.tsx'
import { usePreferences } from '../data/use-preferences.ts'
import styles from './TextSizeChoice.module.css'

const sizes = ['100', '125', '150'] as const

/** Three sizes of text, each shown at its own size. Takes effect at once. */
export function TextSizeChoice({
  label,
  isLabelHidden = false,
  hint,
}: {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly hint?: string
}) {
  const { t } = useTranslation()
  const { answer, change, command } = usePreferences()
  const now = answer.state === 'ready' ? String(answer.value.textSize) : null
  const known = sizes.find((size) => size === now)
  // A size set with the keys of the desktop app stands between ours.
  const own = now !== null && !known ? [{ value: now, label: t('settings.you.ownSize', { percent: now }) }] : []
  return (
    <ChoiceGroup<string>
      label={label}
      isLabelHidden={isLabelHidden}
      {...(hint && { hint })}
      value={now}
      onChange={(size) => void change({ textSize: Number(size) })}
      choices={[...sizes.map((size) => ({ value: size, label: t(`settings.you.sizes.${size}`) })), ...own]}
      draw={(choice) => <span className={styles[`size${choice.value}`]}>{choice.label}</span>}
      error={command.formError}
    />
  )
}
