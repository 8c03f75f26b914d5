import styles from './Bar.module.css'

/** A part of a whole as a drawn bar, from 0 to 1. Its number stands beside it in words: who cannot see it misses nothing. */
export function Bar({ part }: { readonly part: number }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.part} width={Math.min(1, Math.max(0, part)) * 100} height="10" />
    </svg>
  )
}
