// Every journey runs on the built app with a book of its own in a fresh folder, or looks at the example that the journeys which
// change nothing share. The same journeys run in both shells: project `browser` starts the host, project `electron` the desktop
// app, and is skipped where its binary is missing.
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, test as base, expect, type Page, type ViewportSize } from '@playwright/test'
import { electronBinary } from '../../../scripts/electron-binary.mjs'
import { openApi } from './book-api.ts'
import { asNew, type KeptWindow, keepWindow, type OpenWindow } from './kept-window.ts'
import { startDesktop } from './start-desktop.ts'
import { type HostOptions, startHost } from './start-host.ts'
import { watchPage } from './watch-page.ts'

export { expect } from '@playwright/test'

export interface ShellOptions {
  readonly shell: 'browser' | 'electron'
}

interface Fixtures extends ShellOptions {
  /** Opens with the made-up neighbourhood: `test.use({ demo: true })`. */
  readonly demo: boolean
  /**
   * Looks at the example in one host that all such tests of a worker share: for what changes nothing in a book. Each finds it in
   * Dutch, at its usual size and in its usual colours. `test.use({ looksOnly: true })`
   */
  readonly looksOnly: boolean
  /** `test.use({ cheapWords: true })`: see {@link HostOptions}. Not of the desktop app. */
  readonly cheapWords: boolean
  /** Errors a test provokes on purpose and does not want to fail on. */
  readonly allowedProblems: RegExp | undefined
  readonly dataFolder: string
  /** Makes an empty folder, which is removed after the test. */
  readonly newFolder: () => Promise<string>
  /** A second PC: a data folder and a window of its own, which waits as well. In browser mode, whichever the shell of `app`. */
  readonly there: { readonly page: Page }
  /**
   * The app on `dataFolder`. The window waits at a page without a screen until the test opens one, so that a book can be filled before
   * anybody looks. `restart` closes the app and opens it again at its first screen, as a user would the next day; `meanwhile` happens
   * to the folder.
   */
  readonly app: { readonly page: Page; restart(meanwhile?: () => Promise<void>): Promise<Page> }
  readonly needsShell: undefined
}

interface WorkerFixtures {
  /** A data folder with the made-up neighbourhood, made once: a hundred actions take longer than a copy. */
  readonly demoFolder: string
  /** See there. */
  readonly ownWindow: KeptWindow
  /** That of the second PC. */
  readonly secondWindow: KeptWindow
  /** Opens what is shared by the tests that only look, once. */
  readonly sharedExample: (shell: ShellOptions['shell']) => Promise<OpenWindow>
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

  ownWindow: [({ browser }, use) => lendWindow(browser, use), { scope: 'worker' }],
  secondWindow: [({ browser }, use) => lendWindow(browser, use), { scope: 'worker' }],

  sharedExample: [
    async ({ demoFolder, browser }, use) => {
      const folder = await mkdtemp(path.join(tmpdir(), 'buurtboek-e2e-shared-'))
      const kept = keepWindow(browser)
      let shared: Promise<OpenWindow> | undefined
      await use((shell) => {
        shared ??= openSharedExample(kept, { shell, demoFolder, folder })
        return shared
      })
      await (await shared)?.close()
      await kept.close()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
    { scope: 'worker' },
  ],

  shell: ['browser', { option: true }],
  demo: [false, { option: true }],
  looksOnly: [false, { option: true }],
  cheapWords: [false, { option: true }],
  allowedProblems: [undefined, { option: true }],

  needsShell: [
    async ({ shell }, use, testInfo) => {
      testInfo.skip(shell === 'electron' && !electronBinary(), 'no Electron binary on this machine')
      await use(undefined)
    },
    { auto: true },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from this pattern
  newFolder: async ({}, use) => {
    const made: string[] = []
    await use(async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'buurtboek-e2e-'))
      made.push(folder)
      return folder
    })
    for (const folder of made) await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  },

  dataFolder: async ({ newFolder }, use) => {
    await use(await newFolder())
  },

  there: async ({ secondWindow, newFolder, cheapWords, allowedProblems }, use) => {
    const { page, problems, close } = await secondWindow.open(await newFolder(), { cheapWords, viewport: null })
    await use({ page })
    await close()
    expectNoProblems(problems.splice(0), allowedProblems)
  },

  app: async (
    { shell, demo, demoFolder, looksOnly, cheapWords, sharedExample, ownWindow, dataFolder, viewport, allowedProblems },
    use,
    testInfo,
  ) => {
    let running: OpenWindow
    const seen: string[] = []
    if (looksOnly) {
      const shared = await sharedExample(shell)
      await asAtFirst(shared, viewport)
      running = shared
      await use({
        page: shared.page,
        restart: () => Promise.reject(new Error('what is shared is not closed by one test')),
      })
    } else {
      if (demo) await cp(demoFolder, dataFolder, { recursive: true })
      const start = () => openShell(ownWindow, { shell, folder: dataFolder, demo, cheapWords, viewport })
      running = await start()
      await use({
        get page() {
          return running.page
        },
        async restart(meanwhile) {
          await running.close()
          seen.push(...running.problems.splice(0))
          await meanwhile?.()
          running = await start()
          await running.enter()
          return running.page
        },
      })
    }
    if (testInfo.status !== testInfo.expectedStatus) {
      await testInfo
        .attach('window', { body: await running.page.screenshot(), contentType: 'image/png' })
        .catch(() => {})
    }
    if (!looksOnly) await running.close()
    // What was provoked on purpose is told by now, and not to the next test; what comes late otherwise is the next one's to tell.
    else if (allowedProblems) await running.wait()
    expectNoProblems([...seen, ...running.problems.splice(0)], allowedProblems)
  },

  page: async ({ app }, use) => {
    await use(app.page)
  },
})

function expectNoProblems(found: readonly string[], allowed: RegExp | undefined): void {
  expect(found.filter((problem) => !allowed?.test(problem))).toEqual([])
}

async function lendWindow(browser: Browser, use: (kept: KeptWindow) => Promise<void>): Promise<void> {
  const kept = keepWindow(browser)
  await use(kept)
  await kept.close()
}

interface ShellToOpen {
  readonly shell: ShellOptions['shell']
  readonly folder: string
  readonly demo: boolean
  readonly cheapWords: boolean
  readonly viewport: ViewportSize | null
}

/** The built app on a folder, in a window that is watched. */
async function openShell(kept: KeptWindow, { shell, folder, ...options }: ShellToOpen): Promise<OpenWindow> {
  if (shell === 'browser') return kept.open(folder, options)
  const problems: string[] = []
  const opened = await startDesktop(folder, options)
  await watchPage(opened.page, problems, 'app://buurtboek')
  return { ...opened, problems, enter: async () => undefined, wait: async () => undefined }
}

async function openSharedExample(
  kept: KeptWindow,
  { shell, demoFolder, folder }: { shell: ShellOptions['shell']; demoFolder: string; folder: string },
): Promise<OpenWindow> {
  await cp(demoFolder, folder, { recursive: true })
  return openShell(kept, { shell, folder, demo: true, cheapWords: false, viewport: null })
}

/** Whatever the test before this one did to the book and the window. */
async function asAtFirst({ page, wait }: OpenWindow, viewport: ViewportSize | null): Promise<void> {
  await asNew(page, viewport)
  await openApi(page).preferences.set({ language: 'nl', textSize: 100, theme: 'system' })
  await wait()
}

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
