// A second PC beside the one of a journey: a data folder and a window of its own, which waits as well until a screen is opened. The
// window is kept for the next journey that has a second PC.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { type KeptWindow, keepWindow } from './kept-window.ts'
import type { HostOptions } from './start-host.ts'

export interface SecondComputer {
  readonly page: Page
  readonly dataFolder: string
  close(): Promise<void>
}

const keptWindows = new WeakMap<Browser, KeptWindow>()

export async function openSecondComputer(browser: Browser, options: HostOptions = {}): Promise<SecondComputer> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'buurtboek-e2e-second-'))
  const kept = keptWindows.get(browser) ?? keepWindow(browser)
  keptWindows.set(browser, kept)
  const { page, close } = await kept.open(dataFolder, { ...options, viewport: null })
  return {
    page,
    dataFolder,
    async close() {
      await close()
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
