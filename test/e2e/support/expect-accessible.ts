import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { default as Axe, RunOptions } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/**
 * Fails with rule, element and reason for everything axe finds against WCAG 2.2 AA; `rules` looks for those alone.
 *
 * Contrast takes axe longer than all other rules together, and a list of three hundred says three hundred times the same: of the
 * texts with the same colours, before and behind, and the same size it is asked once for each loaded page.
 */
export async function expectAccessible(
  page: Page,
  options: { include?: string; rules?: readonly string[] } = {},
): Promise<void> {
  // A screen that is still being drawn has no heading yet; when none comes, axe says so.
  const headings = page.getByRole('heading', { level: 1, includeHidden: true })
  await headings
    .first()
    .waitFor({ state: 'attached', timeout: 5000 })
    .catch(() => undefined)
  // Once per loaded page: reading axe takes longer than most of its rules.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const usual: RunOptions = {
    // What is right need not be listed one by one.
    resultTypes: ['violations'],
    // Or every style sheet is read and copied, for a rule that is not among these.
    preload: { assets: ['media'] },
  }
  const others = (options.rules ?? []).filter((rule) => rule !== contrast)
  const runs = {
    rest: options.rules
      ? others.length > 0 && { ...usual, runOnly: { type: 'rule' as const, values: others } }
      : {
          ...usual,
          runOnly: { type: 'tag' as const, values: guidelines },
          rules: { [contrast]: { enabled: false } },
        },
    contrast: (options.rules?.includes(contrast) ?? true) && {
      ...usual,
      runOnly: { type: 'rule' as const, values: [contrast] },
    },
  }
  const found = await page.evaluate(findViolations, { include: options.include, runs })
  expect(found).toEqual([])
}

const contrast = 'color-contrast'

interface Looking {
  readonly include: string | undefined
  readonly runs: { readonly rest: RunOptions | false; readonly contrast: RunOptions | false }
}

/** In the page. */
async function findViolations({ include, runs }: Looking): Promise<string[]> {
  // What was put there: axe by its source above, the colours by this function itself.
  const shared = window as unknown as { axe: typeof Axe; readableColours?: Set<string> }
  shared.readableColours ??= new Set()
  const found: string[] = []
  if (runs.rest) found.push(...(await violationsOf(include ?? document, runs.rest)))
  const texts = runs.contrast ? textsOfNewColours(shared.readableColours) : new Map<string, Element>()
  if (runs.contrast && texts.size > 0) {
    const unreadable = await violationsOf([...texts.values()], runs.contrast)
    // What cannot be read is told each time it is looked at.
    if (unreadable.length === 0) for (const colours of texts.keys()) shared.readableColours.add(colours)
    found.push(...unreadable)
  }
  return found

  async function violationsOf(context: Parameters<typeof Axe.run>[0], options: RunOptions): Promise<string[]> {
    const { violations } = await shared.axe.run(context, options)
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
    )
  }

  /** Of each way of being coloured that is not known yet, the first text. */
  function textsOfNewColours(known: ReadonlySet<string>): Map<string, Element> {
    const behind = new Map<Element, string>()
    const texts = new Map<string, Element>()
    for (const root of document.querySelectorAll(include ?? 'body'))
      for (const element of [root, ...root.querySelectorAll('*')]) {
        if (!hasText(element) || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element)
        const state = element.closest(':disabled, [aria-disabled="true"]') ? 'disabled' : ''
        const colours = [color, fontSize, fontWeight, textShadow, state, behindOf(element, behind)].join('|')
        if (!known.has(colours) && !texts.has(colours)) texts.set(colours, element)
      }
    return texts
  }

  function hasText(element: Element): boolean {
    if (element.matches('input, select, textarea')) return true
    return [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim())
  }

  /** All that lies behind a text and colours it, from the element itself down to the page. */
  function behindOf(element: Element, known: Map<Element, string>): string {
    const before = known.get(element)
    if (before !== undefined) return before
    const { backgroundColor, backgroundImage, opacity, filter, mixBlendMode, position } = getComputedStyle(element)
    const own = [backgroundColor, backgroundImage, opacity, filter, mixBlendMode]
    const below = element.parentElement ? behindOf(element.parentElement, known) : ''
    // Most elements colour nothing: they say no more than what they stand on.
    const colours = own.join() === 'rgba(0, 0, 0, 0),none,1,none,normal' ? below : `${own.join()}/${below}`
    // What is taken out of the flow may lie on something else than what it is written in.
    const answer =
      position === 'static' || position === 'relative' ? colours : `${position} ${element.className}/${colours}`
    known.set(element, answer)
    return answer
  }
}
