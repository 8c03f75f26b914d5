import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Fails with rule, element and reason for everything axe finds against WCAG 2.2 AA; `rules` looks for those alone. */
export async function expectAccessible(
  page: Page,
  options: { include?: string; rules?: readonly string[] } = {},
): Promise<void> {
  const builder = new AxeBuilder({ page })
    // What is right need not be listed one by one.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // Without frames there is nothing to bring together in a second page, which Electron does not have.
    .setLegacyMode(true)
  if (options.include) builder.include(options.include)
  if (options.rules) builder.withRules([...options.rules])
  const { violations } = await builder.analyze()
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  )
  expect(found).toEqual([])
}
