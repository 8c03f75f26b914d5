import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { default as Axe, RunOptions } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const guidelines = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Fails with rule, element and reason for everything axe finds against WCAG 2.2 AA; `rules` looks for those alone. */
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
  const run: RunOptions = {
    runOnly: options.rules ? { type: 'rule', values: [...options.rules] } : { type: 'tag', values: guidelines },
    // What is right need not be listed one by one.
    resultTypes: ['violations'],
    // Or every style sheet is read and copied, for a rule that is not among these.
    preload: { assets: ['media'] },
  }
  const found = await page.evaluate(
    async ({ include, run }) => {
      const { axe } = window as unknown as { axe: typeof Axe } // what the source above left there
      const { violations } = await axe.run(include ?? document, run)
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
      )
    },
    { include: options.include, run },
  )
  expect(found).toEqual([])
}
