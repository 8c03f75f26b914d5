// What a screen shows when it is not filled: still loading, nothing there yet, or something went wrong.
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Houses } from './Houses.tsx'
import { Icon } from './Icon.tsx'
import styles from './States.module.css'

/** In words; appears only after a moment, so that quick answers do not flicker. */
export function LoadingState({ text }: { readonly text?: string }) {
  const { t } = useTranslation()
  return (
    <p role="status" className={styles.loading}>
      {text ?? t('app.state.loading')}
    </p>
  )
}

export interface EmptyStateProps {
  readonly title: string
  /** Why it is empty and what happens when it is not. */
  readonly children?: ReactNode
  readonly actions?: ReactNode
}

/** Nothing here yet, and the way to begin. */
export function EmptyState({ title, children, actions }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <Houses size="street" />
      <h2>{title}</h2>
      {children && <div className="measure soft">{children}</div>}
      {actions && <div className="cluster">{actions}</div>}
    </div>
  )
}

export interface ErrorStateProps {
  readonly text: string
  readonly onRetry?: () => void
  readonly actions?: ReactNode
}

/** What went wrong and what helps. */
export function ErrorState({ text, onRetry, actions }: ErrorStateProps) {
  const { t } = useTranslation()
  return (
    <div role="alert" className={styles.error}>
      <p className={styles.sentence}>
        <Icon name="cross" />
        <span>{text}</span>
      </p>
      <div className="cluster">
        {onRetry && <Button onPress={onRetry}>{t('app.state.retry')}</Button>}
        {actions}
      </div>
    </div>
  )
}
