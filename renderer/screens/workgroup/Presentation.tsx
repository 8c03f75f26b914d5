import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import styles from './Presentation.module.css'

export interface Slide {
  readonly key: string
  /** Whom it is about, small above the title. */
  readonly above: string
  readonly title: string
  readonly content: ReactNode
}

export interface PresentationProps {
  readonly slides: readonly Slide[]
  readonly onEnd: () => void
}

/** One sheet at a time on the whole screen, as large as fits; with the keys of a presenter, or with buttons. */
export function Presentation({ slides, onEnd }: PresentationProps) {
  const { t } = useTranslation()
  const { dialog, whole } = useWholeScreen(onEnd)
  const [wanted, setAt] = useState(0)
  const last = slides.length - 1
  const at = Math.min(wanted, last)
  const slide = slides[at]
  const heading = useRef<HTMLHeadingElement>(null)
  // Said by a screen reader, and no button keeps the keys to itself.
  useEffect(() => {
    if (slide?.key) heading.current?.focus()
  }, [slide?.key])
  // Wherever the focus is: a presenter's remote knows nothing of it.
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      const to = targetOf(event.key, at, last)
      if (to === undefined) return
      event.preventDefault()
      setAt(Math.min(last, Math.max(0, to)))
    }
    document.addEventListener('keydown', turn)
    return () => document.removeEventListener('keydown', turn)
  }, [at, last])
  return (
    <dialog ref={dialog} className={styles.dialog} aria-label={t('workgroup.view.presenting')} onClose={onEnd}>
      <div ref={whole} className={styles.whole}>
        {slide && <Sheet key={slide.key} slide={slide} heading={heading} />}
        <div className={styles.bar}>
          <p role="status">{t('workgroup.view.at', { at: at + 1, count: slides.length })}</p>
          <Button isDisabled={at === 0} onPress={() => setAt(at - 1)}>
            {t('workgroup.view.previous')}
          </Button>
          <Button kind="main" isDisabled={at === last} onPress={() => setAt(at + 1)}>
            {t('workgroup.view.next')}
          </Button>
          <Button onPress={onEnd}>{t('workgroup.view.stop')}</Button>
        </div>
      </div>
    </dialog>
  )
}

function targetOf(key: string, at: number, last: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'PageDown':
      return at + 1
    case 'ArrowLeft':
    case 'PageUp':
      return at - 1
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}

/** Over everything, and on the whole screen where that may be. Esc ends either. */
function useWholeScreen(onEnd: () => void) {
  const dialog = useRef<HTMLDialogElement>(null)
  const whole = useRef<HTMLDivElement>(null)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    const element = whole.current
    dialog.current?.showModal()
    // A window that will not be that large shows it as large as it is.
    element?.requestFullscreen().catch(() => undefined)
    const change = () => {
      if (document.fullscreenElement === null) end.current()
    }
    document.addEventListener('fullscreenchange', change)
    return () => {
      document.removeEventListener('fullscreenchange', change)
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    }
  }, [])
  return { dialog, whole }
}

const zooms = [2.4, 2.1, 1.8, 1.6, 1.4, 1.2, 1]

function Sheet({ slide, heading }: { readonly slide: Slide; readonly heading: RefObject<HTMLHeadingElement | null> }) {
  const frame = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [outer, inner] = [frame.current, sheet.current]
    if (!outer || !inner) return
    const enlarge = () => {
      for (const zoom of zooms) {
        inner.style.zoom = String(zoom)
        if (fits(outer, inner)) return
      }
    }
    enlarge()
    const watch = new ResizeObserver(enlarge)
    watch.observe(outer)
    return () => watch.disconnect()
  }, [])
  return (
    <div ref={frame} className={styles.frame}>
      <div ref={sheet} className={styles.sheet}>
        <p className="soft">
          <bdi>{slide.above}</bdi>
        </p>
        <h2 ref={heading} tabIndex={-1}>
          {slide.title}
        </h2>
        {slide.content}
      </div>
    </div>
  )
}

/** All of it is seen: below, and in what would otherwise be moved aside. */
function fits(outer: HTMLElement, inner: HTMLElement): boolean {
  if (inner.getBoundingClientRect().height > outer.getBoundingClientRect().height) return false
  return [...inner.querySelectorAll('[tabindex="0"]')].every(
    ({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth + 1,
  )
}
