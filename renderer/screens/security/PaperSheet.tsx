import { useTranslation } from 'react-i18next'
import styles from './Security.module.css'
import type { PrintedSheet } from './SheetScreen.tsx'

/** The sheet as it comes on paper, under the heading of the screen; on the screen it is the same, so that it can also be written down by hand. */
export function PaperSheet({ sheet }: { readonly sheet: PrintedSheet }) {
  const { t } = useTranslation()
  return (
    <article className={styles.paper} aria-label={t('security.sheet.title')}>
      <h2>{t('security.paper.whatFor')}</h2>
      <p>{t('security.paper.whatForText')}</p>
      <h2>{t('security.paper.how')}</h2>
      <p>{t('security.paper.howText')}</p>
      <ol className={styles.paperGroups}>
        {sheet.groups.map((group, index) => (
          <li key={group + String(index)}>
            <span className={styles.number}>{index + 1}</span>
            <code dir="ltr">{group}</code>
          </li>
        ))}
      </ol>
      <p>{t('security.paper.signs')}</p>
      <h2>{t('security.paper.keep')}</h2>
      <p>{t('security.paper.keepText')}</p>
      <div className={styles.whole}>
        <svg
          role="img"
          aria-label={t('security.paper.qr')}
          viewBox={`0 0 ${sheet.qr.size} ${sheet.qr.size}`}
          className={styles.qr}
        >
          <path d={sheet.qr.path} />
        </svg>
        <div>
          <h2>{t('security.paper.whole')}</h2>
          <p>{t('security.paper.wholeText')}</p>
          <p>
            <code dir="ltr" className={styles.line}>
              {sheet.line}
            </code>
          </p>
        </div>
      </div>
    </article>
  )
}
