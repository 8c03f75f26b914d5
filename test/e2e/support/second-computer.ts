// A second PC beside the one of a journey: a data folder and a window of its own.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { type HostOptions, startHost } from './start-host.ts'

export interface SecondComputer {
  readonly page: Page
  readonly dataFolder: string
  close(): Promise<void>
}

export async function openSecondComputer(browser: Browser, options: HostOptions = {}): Promise<SecondComputer> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'buurtboek-e2e-second-'))
  const host = await startHost(dataFolder, options)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(host.url)
  return {
    page,
    dataFolder,
    async close() {
      await context.close()
      await host.stop()
      await rm(dataFolder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
