// One window, which the journeys of a worker use one after the other: a window that knows the script already, in a process that is
// there already, opens in a third of the time. Nothing of a journey is left in it: each has a data folder and a host of its own, and
// finds no cookie, nothing stored, no second window, and its usual size and colours.
import type { Browser, Page, ViewportSize } from '@playwright/test'
import { type HostOptions, type StartedHost, startHost } from './start-host.ts'
import { watchPage } from './watch-page.ts'

export interface OpenWindow {
  readonly page: Page
  /** What the watch has seen so far. */
  readonly problems: string[]
  /** Opens the first screen. */
  enter(): Promise<void>
  /** Goes to a page without a screen. */
  wait(): Promise<void>
  close(): Promise<void>
}

export interface KeptWindow {
  /** Starts a host on a data folder and lets the window in, which waits at a page without a screen. */
  open(dataFolder: string, options: HostOptions & { viewport: ViewportSize | null }): Promise<OpenWindow>
  close(): Promise<void>
}

export function keepWindow(browser: Browser): KeptWindow {
  let kept: { page: Page; origin: string; problems: string[] } | undefined

  const windowAt = async (origin: string) => {
    if (kept?.origin === origin && !kept.page.isClosed()) return kept
    await kept?.page.context().close()
    const page = await (await browser.newContext()).newPage()
    kept = { page, origin, problems: [] }
    await watchPage(page, kept.problems, origin)
    return kept
  }

  return {
    async open(dataFolder, { viewport, ...options }) {
      const host = await startHostAgain(dataFolder, options, kept?.origin)
      const { page, origin, problems } = await windowAt(new URL(host.url).origin)
      await page.context().clearCookies()
      await asNew(page, viewport)
      await letIn(page, host)
      const wait = async () => void (await page.goto(`${origin}/icon.svg`))
      await wait()
      return {
        page,
        problems,
        enter: async () => void (await page.goto(origin)),
        wait,
        async close() {
          // Nothing of the app may go on asking a host that is gone.
          if (!page.isClosed()) await wait()
          await host.stop()
        },
      }
    },
    close: async () => kept?.page.context().close(),
  }
}

/** At the address of the one before it, for which the window has kept the script; at another when somebody took that meanwhile. */
async function startHostAgain(dataFolder: string, options: HostOptions, origin: string | undefined) {
  if (origin === undefined) return startHost(dataFolder, options)
  return startHost(dataFolder, { ...options, port: new URL(origin).port }).catch(() => startHost(dataFolder, options))
}

/** The cookie is for the address that works once; the screen behind it is opened by whoever wants to see it. */
async function letIn(page: Page, host: StartedHost): Promise<void> {
  await page.context().request.get(host.url, { maxRedirects: 0 })
}

/** Whatever the journey before this one did to the window. */
export async function asNew(page: Page, viewport: ViewportSize | null): Promise<void> {
  for (const other of page.context().pages()) if (other !== page) await other.close()
  await page.emulateMedia({ media: null, colorScheme: null, forcedColors: null, reducedMotion: null, contrast: null })
  if (viewport && page.viewportSize()?.width !== viewport.width) await page.setViewportSize(viewport)
  if (page.url() === 'about:blank') return
  await page.evaluate(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
}
