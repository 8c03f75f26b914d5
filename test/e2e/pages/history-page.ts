import type { Page } from '@playwright/test'

/** Geschiedenis: what was done, newest first, each with a way back. */
export function historyPage(page: Page) {
  const actions = page.getByRole('main').getByRole('listitem')
  return {
    actions,
    takeBack: (sentence: string | RegExp) =>
      actions
        .filter({ hasText: sentence })
        .first()
        .getByRole('button', { name: /^Terugzetten/ }),
    problem: page.getByRole('main').getByRole('alert').filter({ hasText: /\S/ }),
  }
}
