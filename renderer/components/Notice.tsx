import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Notice.module.css'

export interface NoticeProps {
  /** ok: done. att: asks attention. plain: good to know. */
  readonly kind?: 'ok' | 'att' | 'plain'
  readonly children: ReactNode
  readonly action?: ReactNode
}

const symbols: Record<'ok' | 'att' | 'plain', IconName> = { ok: 'check', att: 'attention', plain: 'note' }

/** A quiet panel with one message that stays as long as it is true. */
export function Notice({ kind = 'plain', children, action }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[kind]}`}>
      <Icon name={symbols[kind]} className={styles.symbol} />
      <div className={styles.text}>{children}</div>
      {action}
    </div>
  )
}
