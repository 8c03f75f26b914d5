// Every journey runs on the built app with a book of its own in a fresh folder. The same journeys run in both shells:
// project `browser` starts the host, project `electron` the desktop app, and is skipped where its binary is missing.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { electronBinary } from '../../../scripts/electron-binary.mjs'
import { type RunningShell, startDesktop } from './start-desktop.ts'
import { startHost } from './start-host.ts'
import { watchPage } from './watch-page.ts'

export { expect } from '@playwright/test'

export interface ShellOptions {
  readonly shell: 'browser' | 'electron'
}

interface Fixtures extends ShellOptions {
  /** Opens with the made-up neighbourhood: `test.use({ demo: true })`. */
  readonly demo: boolean
  /** Errors a test provokes on purpose and does not want to fail on. */
  readonly allowedProblems: RegExp | undefined
  readonly dataFolder: string
  /** The app on `dataFolder`; `restart` closes it and opens it again, as a user would the next day; `meanwhile` happens to the folder. */
  readonly app: { readonly page: Page; restart(meanwhile?: () => Promise<void>): Promise<Page> }
  readonly needsShell: undefined
}

interface WorkerFixtures {
  /** A data folder with the made-up neighbourhood, made once: a hundred actions take longer than a copy. */
  readonly demoFolder: string
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  demoFolder: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
    async ({}, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'buurtboek-e2e-demo-'))
      const host = await startHost(folder, { demo: true })
      await waitForBook(host.url)
      await host.stop()
      await use(folder)
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],

  shell: ['browser', { option: true }],
  demo: [false, { option: true }],
  allowedProblems: [undefined, { option: true }],

  needsShell: [
    async ({ shell }, use, testInfo) => {
      testInfo.skip(shell === 'electron' && !electronBinary(), 'no Electron binary on this machine')
      await use(undefined)
    },
    { auto: true },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'buurtboek-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  app: async ({ shell, demo, demoFolder, dataFolder, browser, allowedProblems }, use, testInfo) => {
    if (demo) await cp(demoFolder, dataFolder, { recursive: true })
    const start = () => (shell === 'electron' ? startDesktopWatched() : startInBrowser())
    const problems: string[] = []
    let running = await start()
    await use({
      get page() {
        return running.page
      },
      async restart(meanwhile) {
        await running.close()
        await meanwhile?.()
        running = await start()
        return running.page
      },
    })
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo
        .attach('window', { body: await running.page.screenshot(), contentType: 'image/png' })
        .catch(() => {})
    }
    await running.close()
    expect(problems.filter((problem) => !allowedProblems?.test(problem))).toEqual([])

    async function startDesktopWatched(): Promise<RunningShell> {
      const opened = await startDesktop(dataFolder, { demo })
      await watchPage(opened.page, problems, 'app://buurtboek')
      return opened
    }

    async function startInBrowser(): Promise<RunningShell> {
      const host = await startHost(dataFolder, { demo })
      const context = await browser.newContext()
      const page = await context.newPage()
      await watchPage(page, problems, new URL(host.url).origin)
      await page.goto(host.url)
      return {
        page,
        async close() {
          await context.close()
          await host.stop()
        },
      }
    }
  },

  page: async ({ app }, use) => {
    await use(app.page)
  },
})

/** The address is there before the book is; whoever goes in asks the first question, and its answer waits for the book. */
async function waitForBook(address: string): Promise<void> {
  const { origin } = new URL(address)
  const entered = await fetch(address, { redirect: 'manual' })
  const cookie = entered.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const reply = await fetch(`${origin}/call`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie },
    body: JSON.stringify({ method: 'books.status', input: {} }),
  })
  expect((await reply.json()).value.state).toBe('open')
}
