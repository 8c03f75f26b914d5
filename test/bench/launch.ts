// From nothing to the first row of people, in browser mode with 10,000 members: the host and the browser are started
// together, as npm start does, and it is measured against the same browser opening a blank page in the same run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { chromiumArguments } from '../../playwright.config.ts'
import { findBrowser } from '../../scripts/find-chromium.mjs'
import { startHost } from '../e2e/support/start-host.ts'
import { fillBook } from '../support/fill-book.ts'
import { median } from '../support/measure.ts'
import { openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'

export async function run({ short }: RunOptions): Promise<Result[]> {
  const members = short ? 1000 : 10_000
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-launch-'))
  await makeBook(folder, members)
  const times = { blank: [] as number[], first: [] as number[], people: [] as number[] }
  let script = 0
  // One round before counting: the disk's cache is then as warm for the one as for the other.
  for (let round = 0; round < (short ? 3 : 10); round += 1) {
    const blank = await openBlank()
    const opened = await openBuurtboek(folder)
    if (round === 0) continue
    times.blank.push(blank)
    times.first.push(opened.firstMs)
    times.people.push(opened.peopleMs)
    script = opened.scriptBytes
  }
  rmSync(folder, { recursive: true, force: true })
  const ratio = median(times.people) / median(times.blank)
  const kilobytes = script / 1000
  return [
    {
      id: 'launch',
      values: {
        members,
        ratio: ratio.toFixed(2),
        people_ms: Math.round(median(times.people)),
        overview_ms: Math.round(median(times.first)),
        blank_ms: Math.round(median(times.blank)),
        rounds: times.blank.length,
      },
      ok: ratio <= 1.6,
    },
    { id: 'script', values: { kb_gzip: kilobytes.toFixed(1) }, ok: kilobytes <= 200 },
  ]
}

async function makeBook(folder: string, members: number): Promise<void> {
  const book = await openTestBook({ folder })
  await fillBook(book.context, members)
  await book.opened.close()
  writeFileSync(
    join(folder, 'preferences.json'),
    JSON.stringify({
      version: 1,
      device: 'bench',
      activeBook: 'own',
      preferences: { language: 'nl', textSize: 100, theme: 'system', userName: '' },
    }),
  )
}

const launch = (): Promise<Browser> => {
  const executablePath = findBrowser()
  return chromium.launch({ args: chromiumArguments, ...(executablePath ? { executablePath } : {}) })
}

/** A window of the same browser on a page with nothing but a row. */
async function openBlank(): Promise<number> {
  const start = performance.now()
  const browser = await launch()
  const page = await browser.newPage()
  await page.goto('data:text/html,<table><tbody><tr><td>Ria</table>')
  await page.locator('tbody tr').first().waitFor()
  const took = performance.now() - start
  await browser.close()
  return took
}

async function openBuurtboek(folder: string) {
  const start = performance.now()
  const [host, browser] = await Promise.all([startHost(folder), launch()])
  // The one-time address answers with a cookie and a redirect to the start; here the screen asked for is Mensen. A window that the
  // app opens needs no visit of its own for that, so it is made while the page comes up.
  const context = await browser.newContext()
  const [page] = await Promise.all([context.newPage(), context.request.get(host.url, { maxRedirects: 0 })])
  const scripts = new Set<string>()
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.add(request.url())
  })
  await page.goto(new URL('/mensen', host.url).href)
  await page.locator('tbody tr').first().waitFor()
  const peopleMs = performance.now() - start
  // What was asked for by now; fetched once more to weigh it, for the page may have let go of the answers.
  const sizes = await Promise.all(
    [...scripts].map(async (url) => gzipSync(await (await page.context().request.get(url)).body()).length),
  )
  await page.goto(new URL('/', host.url).href)
  const again = performance.now()
  await page.getByRole('main').getByRole('listitem').first().waitFor()
  const firstMs = performance.now() - again
  await browser.close()
  await host.stop()
  return { peopleMs, firstMs, scriptBytes: sizes.reduce((sum, size) => sum + size, 0) }
}
