// What is measured in the page itself, as it is laid out for paper.
import type { Page } from '@playwright/test'

export interface Block {
  readonly pieces: string[]
  readonly isRightToLeft: boolean
}

export interface Measured {
  /** Per paragraph, cell or heading its pieces of text, in the order in which they were written. */
  readonly blocks: readonly Block[]
  /** Of each table that may be continued on a next page. */
  readonly heads: readonly string[]
  /** Texts that run out of the box they are in, or off the paper. */
  readonly clipped: readonly string[]
  /** Where labels lie, in millimetres from the corner of their sheet. */
  readonly labels: readonly {
    readonly sheet: number
    readonly left: number
    readonly top: number
    readonly width: number
    readonly height: number
  }[]
}

/** @param widthMm of the paper without its margins */
export async function measurePage(page: Page, html: string, widthMm: number): Promise<Measured> {
  await page.setViewportSize({ width: Math.round((widthMm / 25.4) * 96), height: 1000 })
  await page.emulateMedia({ media: 'print' })
  await page.setContent(html)
  await page.evaluate(() => document.fonts.ready)
  return page.evaluate(() => {
    const slack = 1
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const clipped: string[] = []
    const blocks: { pieces: string[]; isRightToLeft: boolean }[] = []
    let block: Element | null | undefined
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const words = node.nodeValue ?? ''
      if (words.trim() === '') continue
      const own = node.parentElement?.closest('p, h1, h2, h3, li, td, th, dt, dd')
      if (own !== block || blocks.length === 0)
        blocks.push({ pieces: [], isRightToLeft: getComputedStyle(own ?? document.body).direction === 'rtl' })
      block = own
      blocks.at(-1)?.pieces.push(words)
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = node.parentElement?.closest('.label, .addressee, .sender, td, th, li, section, article, body')
      const sheet = node.parentElement?.closest('.label, .sheet, body')
      for (const rect of range.getClientRects()) {
        const frame = box?.getBoundingClientRect()
        const paper = sheet?.getBoundingClientRect()
        const isOut =
          !frame ||
          !paper ||
          rect.left < frame.left - slack ||
          rect.right > frame.right + slack ||
          rect.right > document.documentElement.clientWidth + slack ||
          rect.left < -slack ||
          (sheet?.matches('.label') && (rect.top < paper.top - slack || rect.bottom > paper.bottom + slack))
        if (isOut) clipped.push(words.trim())
      }
    }
    const mm = (pixels: number) => (pixels / 96) * 25.4
    const sheets = [...document.querySelectorAll('.sheet')]
    const labels = sheets.flatMap((sheet, index) => {
      const corner = sheet.getBoundingClientRect()
      return [...sheet.querySelectorAll('.label')].map((label) => {
        const { left, top, width, height } = label.getBoundingClientRect()
        return {
          sheet: index,
          left: mm(left - corner.left),
          top: mm(top - corner.top),
          width: mm(width),
          height: mm(height),
        }
      })
    })
    const heads = [...document.querySelectorAll('thead')].map((head) => head.textContent ?? '')
    return { blocks, heads, clipped, labels }
  })
}
