// A second PC beside the one of a journey: a data folder and a window of its own, which waits as well until a screen is opened.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { keepWindow } from './kept-window.ts'
import type { HostOptions } from './start-host.ts'

export interface SecondComputer {
  readonly page: Page
  readonly dataFolder: string
  close(): Promise<void>
}

export async function openSecondComputer(browser: Browser, options: HostOptions = {}): Promise<SecondComputer> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'buurtboek-e2e-second-'))
  const kept = keepWindow(browser)
  const { page, close } = await kept.open(dataFolder, { ...options, viewport: null })
  return {
    page,
    dataFolder,
    async close() {
      await close()
      await kept.close()
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
