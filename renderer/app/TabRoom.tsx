import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { Button } from '../components/Button.tsx'
import styles from './TabRoom.module.css'

/** Whether all tabs are seen, or there are more of them below, on both sides, or only above. */
type View = 'all' | 'more' | 'between' | 'end'

const lastWords = { more: 'app.nav.more', between: 'app.nav.moreShort', end: 'app.nav.up' } as const

/** The tabs in the room that the window leaves them. What does not fit is one press away, and the current one is always seen. */
export function TabRoom({ isOpen, children }: { readonly isOpen: boolean; readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [location] = useLocation()
  const room = useRef<HTMLDivElement>(null)
  const tabs = useRef<HTMLElement>(null)
  const last = useRef<HTMLButtonElement>(null)
  const [view, setView] = useState<View>('all')
  useEffect(() => {
    if (isOpen) tabs.current?.querySelector('a')?.focus()
  }, [isOpen])
  const look = useCallback(() => setView((before) => viewOf(tabs.current, before)), [])
  useEffect(() => {
    const watch = new ResizeObserver(look)
    if (room.current) watch.observe(room.current)
    return () => watch.disconnect()
  }, [look])
  // A module that is switched on or off changes the tabs and not the room.
  useEffect(look)
  const isAll = view === 'all'
  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere is what makes another tab the current one
  useEffect(() => {
    if (!isAll) showCurrent(tabs.current)
  }, [location, isAll])
  const goUp = () => {
    tabs.current?.scrollTo({ top: 0 })
    // The other button goes away with that.
    last.current?.focus()
  }
  const goOn = () => tabs.current?.scrollBy({ top: tabs.current.clientHeight })
  return (
    <div ref={room} className={styles.room}>
      <nav
        ref={tabs}
        aria-label={t('app.nav.label')}
        className={isAll ? styles.nav : `${styles.nav} ${styles.part}`}
        onScroll={look}
      >
        {children}
      </nav>
      {!isAll && (
        <div className={styles.more}>
          {view === 'between' && (
            <Button kind="plain" icon="up" label={t('app.nav.up')} onPress={goUp}>
              {t('app.nav.upShort')}
            </Button>
          )}
          <Button
            ref={last}
            kind="plain"
            icon={view === 'end' ? 'up' : 'down'}
            label={t(view === 'end' ? 'app.nav.up' : 'app.nav.more')}
            onPress={view === 'end' ? goUp : goOn}
          >
            {t(lastWords[view])}
          </Button>
        </div>
      )}
    </div>
  )
}

/** A current tab that is out of sight comes with what follows it, so that there is more above or below and seldom both. */
function showCurrent(tabs: HTMLElement | null): void {
  const current = tabs?.querySelector('[aria-current]')
  if (!tabs || !current) return
  const box = current.getBoundingClientRect()
  const frame = tabs.getBoundingClientRect()
  if (box.top < frame.top - 1 || box.bottom > frame.bottom + 1) current.scrollIntoView({ block: 'start' })
}

function viewOf(tabs: HTMLElement | null, before: View): View {
  if (!tabs) return 'all'
  const { scrollHeight, clientHeight, scrollTop } = tabs
  const [first, second] = tabs.querySelectorAll('a')
  // The button took the room of one tab; without it that one may fit.
  const taken = before === 'all' || !first || !second ? 0 : second.offsetTop - first.offsetTop
  // A pixel is rounding.
  if (scrollHeight <= clientHeight + taken + 1) return 'all'
  if (scrollTop + clientHeight >= scrollHeight - 2) return 'end'
  return scrollTop > 2 ? 'between' : 'more'
}
