import type { Page } from '@playwright/test'

/**
 * What a screen must not be for eyes and hands that need it large: wider than the window, cut off, written smaller than
 * 16 px, or with something to press that is less than 44 px high or wide (a link within running text may be).
 */
export function findUnreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const root = document.documentElement
    const forScreenReaders = new Map<Element, boolean>()
    if (root.scrollWidth > root.clientWidth)
      found.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`)
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (!element.checkVisibility({ visibilityProperty: true }) || isForScreenReaders(element)) continue
      found.push(...problemsOf(element).map((problem) => `${nameOf(element)} ${problem}`))
    }
    return found

    function nameOf(element: Element): string {
      const words = element.getAttribute('aria-label') ?? element.textContent ?? ''
      return `<${element.localName}> "${words.trim().slice(0, 40)}"`
    }

    function problemsOf(element: HTMLElement): string[] {
      const style = getComputedStyle(element)
      const box = element.getBoundingClientRect()
      const hasWords = [...element.childNodes].some(
        ({ nodeType, textContent }) => nodeType === 3 && textContent?.trim(),
      )
      const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      const isTarget = element.matches('a[href], button, input, select, textarea, summary, [role="option"]')
      const target = (element.closest('label') ?? element).getBoundingClientRect()
      // Half a pixel is rounding.
      const isSmall = target.width < 43.5 || target.height < 43.5
      return [
        hasWords && Number.parseFloat(style.fontSize) < 16 && `is ${style.fontSize}`,
        hides(style.overflowX) && element.scrollWidth > element.clientWidth + 1 && 'is cut off at its end',
        hides(style.overflowY) && element.scrollHeight > element.clientHeight + 1 && 'is cut off below',
        hasWords && (box.right > root.clientWidth + 1 || box.left < -1) && 'lies outside the window',
        isTarget &&
          isSmall &&
          style.display !== 'inline' &&
          `is ${target.width.toFixed(0)} x ${target.height.toFixed(0)}`,
      ].filter((problem) => typeof problem === 'string')
    }

    function isForScreenReaders(element: Element): boolean {
      const known = forScreenReaders.get(element)
      if (known !== undefined) return known
      const { width, height } = element.getBoundingClientRect()
      const { parentElement } = element
      const answer =
        width <= 1 ||
        height <= 1 ||
        getComputedStyle(element).clipPath !== 'none' ||
        (parentElement !== null && parentElement !== document.body && isForScreenReaders(parentElement))
      forScreenReaders.set(element, answer)
      return answer
    }
  })
}
