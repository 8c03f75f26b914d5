import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Status.module.css'

/** ok: done. att: somebody should do something. bad: wrong. no: does not apply. */
export type StatusKind = 'ok' | 'att' | 'bad' | 'no'

const symbols: Record<StatusKind, IconName> = { ok: 'check', att: 'attention', bad: 'cross', no: 'minus' }

export interface StatusProps {
  readonly kind: StatusKind
  readonly children: ReactNode
  /** Another drawing than the usual one of its kind. */
  readonly icon?: IconName
  /** Long sentences may break over lines. */
  readonly wraps?: boolean
}

/** A symbol and a word; never colour alone. */
export function Status({ kind, children, icon, wraps = false }: StatusProps) {
  return (
    <span className={`${styles.status} ${styles[kind]} ${wraps ? styles.wraps : ''}`}>
      <Icon name={icon ?? symbols[kind]} className={styles.symbol} />
      <span>{children}</span>
    </span>
  )
}
