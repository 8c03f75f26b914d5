import styles from './SpokenWords.module.css'

/** Words to read out over the telephone: large, numbered, in their order. */
export function SpokenWords({ label, words }: { readonly label: string; readonly words: readonly string[] }) {
  return (
    <ol aria-label={label} className={styles.words}>
      {words.map((word, index) => (
        <li key={word + String(index)}>
          <span className={styles.number}>{index + 1}</span>
          <b lang="nl" dir="ltr">
            {word}
          </b>
        </li>
      ))}
    </ol>
  )
}
