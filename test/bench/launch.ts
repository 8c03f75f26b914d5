// From nothing to the first row of the first screen, in browser mode with 10,000 members, as npm start does it: the program starts
// and opens a window of its own. It is measured against the same browser opening a window on a blank page in the same run. (A page
// in a browser's ordinary window waits for scripts of the browser's own, which the window of a program does not load; and a test
// tool that follows every request would be a part of what is measured.)
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { browserArguments } from '../../electron/host/open-window.ts'
import { fillBook } from '../support/fill-book.ts'
import { writeHeadlessBrowser } from '../support/headless-browser.ts'
import { median } from '../support/measure.ts'
import { openTestBook } from '../support/open-book.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { type LookedInto, lookInto } from './support/look-into.ts'

const built = resolve(import.meta.dirname, '../../out')

export async function run({ short }: RunOptions): Promise<Result[]> {
  const members = short ? 1000 : 10_000
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-launch-'))
  await makeBook(folder, members)
  const browser = writeHeadlessBrowser(folder)
  const times = { blank: [] as number[], first: [] as number[], people: [] as number[] }
  let script = 0
  // One round before counting: the disk's cache is then as warm for the one as for the other.
  for (let round = 0; round < (short ? 3 : 10); round += 1) {
    const blank = await openBlank(browser)
    const opened = await openBuurtboek(folder, browser)
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

/** A window of the same browser on a page with nothing but a row. */
async function openBlank(browser: string): Promise<number> {
  const profile = mkdtempSync(join(tmpdir(), 'buurtboek-blank-'))
  const page = join(profile, 'open.html')
  writeFileSync(page, '<!doctype html><meta charset="utf-8"><table><tbody><tr><td>Ria</table>')
  const start = performance.now()
  const child = spawn(browser, browserArguments(profile, page), { stdio: 'ignore' })
  const ended = new Promise((done) => child.once('exit', done))
  const window = await lookInto(profile)
  await window.until(isShown('tbody tr'))
  const took = performance.now() - start
  window.close()
  child.kill()
  await ended
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  return took
}

async function openBuurtboek(folder: string, browser: string) {
  // The program puts the browser's profile in the temporary folder; this one holds nothing else.
  const temporary = join(folder, 'temporary')
  rmSync(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  mkdirSync(temporary)
  const start = performance.now()
  const host = spawn(process.execPath, [join(built, 'main/host.js'), '--data', folder, '--browser', browser], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TMPDIR: temporary },
  })
  const ended = new Promise((done) => host.once('exit', done))
  const window = await lookInto(await profileIn(temporary))
  await window.until(isShown('main li'))
  const firstMs = performance.now() - start
  const scriptBytes = await weighScripts(window)
  const again = performance.now()
  await window.until(`document.querySelector('nav a[href="/mensen"]')?.click() ?? true`)
  await window.until(isShown('main tbody tr'))
  const peopleMs = performance.now() - again
  window.close()
  host.kill('SIGTERM')
  await ended
  return { firstMs, peopleMs, scriptBytes }
}

const isShown = (selector: string) => `document.querySelector('${selector}')?.getBoundingClientRect().height > 0`

async function profileIn(temporary: string): Promise<string> {
  for (;;) {
    const name = readdirSync(temporary).find((entry) => entry.startsWith('buurtboek-'))
    if (name !== undefined && existsSync(join(temporary, name, 'open.html'))) return join(temporary, name)
    await sleep(5)
  }
}

/** What the window has read of our scripts so far, compressed, in bytes. */
async function weighScripts(window: LookedInto): Promise<number> {
  const loaded = await window.ask(`performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname)`)
  const scripts = (loaded as string[]).filter((pathname) => pathname.endsWith('.js')) // what is asked for above
  return scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(built, 'renderer', name))).length, 0)
}
