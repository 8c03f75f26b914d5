import { type RefObject, useEffect, useRef } from 'react'
import type { ShownPaper } from '../../shared/contract/documents.ts'
import fontFaces from '../styles/fonts.css?inline'
import styles from './PaperPreview.module.css'

export interface PaperPreviewProps {
  readonly paper: ShownPaper
  /** To print it by: `printPaper(frame)`. */
  readonly frame: RefObject<HTMLIFrameElement | null>
}

/**
 * A document as it will lie on paper. It is a page of its own in which nothing runs; our policy lets no page bring a style along, so
 * the window puts it in, with its own letters.
 */
export function PaperPreview({ paper, frame }: PaperPreviewProps) {
  const { title, page, style } = paper
  const scale = useRef<CSSStyleSheet>(undefined)
  const fitWidth = () => {
    const shown = frame.current
    if (shown) scale.current?.replaceSync(`@media screen { html { zoom: ${scaleFor(shown.clientWidth)} } }`)
  }
  const dress = () => {
    const view = frame.current?.contentDocument?.defaultView
    if (!view) return
    const [look, size] = [new view.CSSStyleSheet(), new view.CSSStyleSheet()]
    look.replaceSync(fontFaces + style)
    view.document.adoptedStyleSheets = [look, size]
    scale.current = size
    fitWidth()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: watches one frame for as long as it is there
  useEffect(() => {
    const watch = new ResizeObserver(fitWidth)
    if (frame.current) watch.observe(frame.current)
    return () => watch.disconnect()
  }, [])
  return (
    <iframe
      // A new page for each: what changed is drawn from its beginning.
      key={page}
      ref={frame}
      title={title}
      srcDoc={page}
      // Printing is a dialog; scripts, forms and other addresses stay out.
      sandbox="allow-same-origin allow-modals"
      className={styles.paper}
      onLoad={dress}
    />
  )
}

/** Prints what a preview shows, and nothing around it. */
export function printPaper(frame: RefObject<HTMLIFrameElement | null>): void {
  frame.current?.contentWindow?.print()
}

/** A sheet of A4 with the desk around it, in CSS pixels. */
const sheetWidth = (226 / 25.4) * 96

const scaleFor = (width: number) => Math.min(1, width / sheetWidth)
