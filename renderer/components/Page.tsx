import { type ReactElement, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from './Icon.tsx'
import styles from './Page.module.css'
import { PageHelp } from './page-help.ts'

export interface PageProps {
  /** The heading. undefined while it is not known yet (the name of somebody still being looked up). */
  readonly title: string | undefined
  /** No number: 0 would stand there as it is. */
  readonly sub?: string | ReactElement | false | null | undefined
  /** A line above the heading, such as "Stap 2 van 3". */
  readonly above?: ReactNode
  /** The list this came from. */
  readonly back?: { readonly href: string; readonly label: string }
  /** Buttons at the end of the heading; one of them may be the main one. */
  readonly actions?: ReactNode
  /** Stays at the bottom: what will happen, and the button that does it. */
  readonly bar?: ReactNode
  /** A panel at the end side; goes under the page in a narrow window. */
  readonly aside?: ReactNode
  readonly asideLabel?: string
  /**
   * What stands on it may lie on a table: nobody is named whose data are not used or who is in the book only because of need, and
   * nothing is told of care, debts or anybody's life. Of any other page printing makes one sentence, also while it is new.
   */
  readonly isForPaper?: boolean
  /** On paper the heading is left out: what is printed has one of its own. */
  readonly isHeadless?: boolean
  readonly children: ReactNode
}

// Until somebody did something the page does not take the focus: a screen reader then reads the window from its beginning.
let hasActed = false
for (const act of ['keydown', 'pointerdown', 'click'] as const) {
  addEventListener(
    act,
    () => {
      hasActed = true
    },
    { once: true, capture: true },
  )
}

/** One sheet of the notebook. Names the window and takes the focus to its heading after navigation. */
export function Page(props: PageProps) {
  const { title, sub, above, back, actions, bar, aside, asideLabel, isForPaper = false, isHeadless, children } = props
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  const help = useContext(PageHelp)
  const isKnown = title !== undefined
  useEffect(() => {
    if (isKnown && hasActed) heading.current?.focus({ preventScroll: true })
  }, [isKnown])
  useEffect(() => {
    document.title = title ? `${title} - Buurtboek` : 'Buurtboek'
  }, [title])
  return (
    <div className={`${styles.sheet} ${isForPaper ? '' : styles.notForPaper}`}>
      {!isForPaper && <p className={styles.onlyPaper}>{t('app.notForPaper')}</p>}
      <div className={aside ? styles.withAside : styles.alone}>
        <div className={styles.scroll}>
          {back && (
            <Link href={back.href} className={styles.back}>
              <Icon name="back" />
              {back.label}
            </Link>
          )}
          <div className={`${styles.head} ${isHeadless ? styles.unprinted : ''}`}>
            <div className={styles.words}>
              {above && <p className="soft small">{above}</p>}
              <div className={styles.title}>
                <h1 ref={heading} tabIndex={-1}>
                  <bdi>{title ?? t('app.state.loading')}</bdi>
                </h1>
                {help && (
                  <Link href={help} className={styles.help}>
                    <Icon name="help" />
                    {t('app.explain')}
                  </Link>
                )}
              </div>
              {sub && <p className={styles.sub}>{sub}</p>}
            </div>
            {actions && <div className={styles.actions}>{actions}</div>}
          </div>
          {children}
        </div>
        {aside && (
          <aside className={styles.aside} aria-label={asideLabel}>
            {aside}
          </aside>
        )}
      </div>
      {bar && <ActionBar>{bar}</ActionBar>}
    </div>
  )
}

/** The strip at the bottom of a page. First child: words or the lesser button; then the main button. */
function ActionBar({ children }: { readonly children: ReactNode }) {
  return <div className={styles.bar}>{children}</div>
}
