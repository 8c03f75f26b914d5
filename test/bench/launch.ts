// From nothing to the first row of the first screen, in browser mode with 10,000 members, as npm start does it: the program starts
// and asks for a window of its own. It is measured against a window of the same browser on a blank page in the same run. (A page in
// a browser's ordinary window waits for scripts of the browser's own, which the window of a program does not load.)
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { browserArguments } from '../../electron/host/open-window.ts'
import { findBrowser } from '../../scripts/find-chromium.mjs'
import { fillBook } from '../support/fill-book.ts'
import { median } from '../support/measure.ts'
import { openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'

export async function run({ short }: RunOptions): Promise<Result[]> {
  const members = short ? 1000 : 10_000
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-launch-'))
  await makeBook(folder, members)
  const asked = writeAskingBrowser(folder)
  const times = { blank: [] as number[], first: [] as number[], people: [] as number[] }
  let script = 0
  // One round before counting: the disk's cache is then as warm for the one as for the other.
  for (let round = 0; round < (short ? 3 : 10); round += 1) {
    const blank = await openBlank()
    const opened = await openBuurtboek(folder, asked)
    if (round === 0) continue
    times.blank.push(blank)
    times.first.push(opened.firstMs)
    times.people.push(opened.peopleMs)
    script = opened.scriptBytes
  }
  rmSync(folder, { recursive: true, force: true })
  const ratio = median(times.first) / median(times.blank)
  const kilobytes = script / 1000
  return [
    {
      id: 'launch',
      values: {
        members,
        ratio: ratio.toFixed(2),
        first_ms: Math.round(median(times.first)),
        blank_ms: Math.round(median(times.blank)),
        then_people_ms: Math.round(median(times.people)),
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

interface AskingBrowser {
  /** What the program is told the browser is: it only writes down how it was started. */
  readonly file: string
  readonly written: string
}

const allSaid = 'all-said'

function writeAskingBrowser(folder: string): AskingBrowser {
  const file = join(folder, 'browser')
  const written = join(folder, 'asked')
  const script = `#!/bin/sh\nprintf '%s\\n' "$@" ${allSaid} > '${written}'\nexec sleep 600\n`
  writeFileSync(file, script, { mode: 0o700 })
  return { file, written }
}

/** The browser as the program starts it, without a screen and to be looked into. */
function startBrowser(given: readonly string[]): Promise<BrowserContext> {
  const folderArgument = '--user-data-dir='
  const profile = given.find((argument) => argument.startsWith(folderArgument))?.slice(folderArgument.length) ?? ''
  const executablePath = findBrowser()
  return chromium.launchPersistentContext(profile, {
    args: [...given.filter((argument) => !argument.startsWith(folderArgument)), '--disable-gpu'],
    viewport: null,
    ...(executablePath ? { executablePath } : {}),
  })
}

/** A window of the same browser on a page with nothing but a row. */
async function openBlank(): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'buurtboek-blank-'))
  const page = join(profile, 'open.html')
  writeFileSync(page, '<!doctype html><meta charset="utf-8"><table><tbody><tr><td>Ria</table>')
  const start = performance.now()
  const context = await startBrowser(browserArguments(profile, page))
  await windowOf(context).locator('tbody tr').first().waitFor()
  const took = performance.now() - start
  await context.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  return took
}

async function openBuurtboek(folder: string, asked: AskingBrowser) {
  rmSync(asked.written, { force: true })
  const start = performance.now()
  const host = spawn(
    process.execPath,
    [resolve(import.meta.dirname, '../../out/main/host.js'), '--data', folder, '--browser', asked.file],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const ended = new Promise((done) => host.once('exit', done))
  const context = await startBrowser(await askedArguments(asked))
  const page = windowOf(context)
  const scripts = new Set<string>()
  page.on('request', (request) => {
    if (request.url().endsWith('.js')) scripts.add(request.url())
  })
  const main = page.getByRole('main')
  await main.getByRole('listitem').first().waitFor()
  const firstMs = performance.now() - start
  // What was asked for by now, weighed; a script from before we could look is in the page's own list.
  const sizes = await weigh(page, scripts)
  const again = performance.now()
  await page.getByRole('navigation').getByRole('link', { name: 'Mensen' }).click()
  await main.locator('tbody tr').first().waitFor()
  const peopleMs = performance.now() - again
  await context.close()
  host.kill('SIGTERM')
  await ended
  return { firstMs, peopleMs, scriptBytes: sizes.reduce((sum, size) => sum + size, 0) }
}

async function askedArguments({ written }: AskingBrowser): Promise<string[]> {
  for (;;) {
    const lines = existsSync(written) ? readFileSync(written, 'utf8').trim().split('\n') : []
    if (lines.at(-1) === allSaid) return lines.slice(0, -1)
    await sleep(2)
  }
}

async function weigh(page: Page, seen: ReadonlySet<string>): Promise<number[]> {
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  const scripts = new Set([...seen, ...loaded].filter((url) => /^http.*\.js$/.test(url)))
  return Promise.all(
    [...scripts].map(async (url) => gzipSync(await (await page.context().request.get(url)).body()).length),
  )
}

function windowOf(context: BrowserContext): Page {
  const [page] = context.pages()
  if (!page) throw new Error('the browser opened no window')
  return page
}
