// Browser mode from start to end: the commands a user gives, the window it opens, and how it stops.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { writeHeadlessBrowser } from '../../support/headless-browser.ts'
import { notebook } from '../pages/notebook.ts'
import { peoplePage } from '../pages/people-page.ts'
import { expect, test } from '../support/fixtures.ts'
import { startHost } from '../support/start-host.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const isWindows = process.platform === 'win32'

test('serve prints one line of JSON with an address, and stops when it is told to', async ({ dataFolder, browser }) => {
  const serve = spawn(process.execPath, ['scripts/serve.mjs', '--data', dataFolder, '--no-window'], { cwd: root })
  const lines = await firstLines(serve)
  expect(lines).toHaveLength(1)
  const { url } = JSON.parse(lines[0] ?? '')
  const context = await browser.newContext()
  const page = await context.newPage()
  expect((await page.goto(url))?.status()).toBe(200)
  await expect(page).toHaveTitle(/Buurtboek/)
  await context.close()
  serve.kill('SIGTERM')
  expect(await exitCode(serve)).toBe(0)
})

test('serve without a folder, or with an unknown word, says what is wrong', () => {
  for (const args of [[], ['--data'], ['--date', 'x']]) {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/serve.mjs', ...args], {
      cwd: root,
      encoding: 'utf8',
    })
    expect(status).toBe(1)
    expect(stderr).toContain('npm run serve -- --data DIR')
  }
})

test('the data folder is closed to other users of the computer', async ({ dataFolder }) => {
  test.skip(isWindows, 'Windows keeps rights in another way')
  const folder = path.join(dataFolder, 'new', 'folder')
  const host = await startHost(folder)
  await expect.poll(() => readdir(folder).catch(() => [])).not.toEqual([])
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  for (const name of await readdir(folder))
    expect([name, (await stat(path.join(folder, name))).mode & 0o077]).toEqual([name, 0])
  expect(await host.stop()).toBe(0)
  expect(host.errors()).toBe('')
})

test('a second program on the same book is told that it is open already, and the first one works on', async ({
  dataFolder,
  browser,
}) => {
  const book = {
    name: 'Buurt',
    kind: 'binnenbuurt',
    rolePattern: 'none',
    minGatheringsPerYear: 0,
    duesEnabled: false,
    accountingStart: null,
  }
  const first = await openHostPage(browser, dataFolder)
  expect(await first.ask('books.create', book)).toMatchObject({ value: { state: 'open' } })
  const second = await openHostPage(browser, dataFolder)
  expect(await second.ask('books.status')).toMatchObject({ value: { state: 'inUse' } })
  expect(await second.ask('books.create', book)).toMatchObject({ ok: false })
  expect(await first.ask('books.settings')).toMatchObject({ value: { name: 'Buurt' } })
  await first.stop()
  expect(await second.ask('books.retry')).toMatchObject({ value: { state: 'open', book: { name: 'Buurt' } } })
  await second.stop()
})

test.describe('a window', () => {
  test.use({ looksOnly: true })

  test('can be opened again at the address of a screen, also of something that is not there', async ({ page }) => {
    for (const address of ['/mensen', '/instellingen', '/bijeenkomsten/0190a1b2-c3d4-7000-8000-000000000001']) {
      const broken: string[] = []
      page.on('response', (response) => response.ok() || broken.push(`${response.status()} ${response.url()}`))
      await page.goto(new URL(address, page.url()).href)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(broken).toEqual([])
    }
  })

  test('leaves the others of the same browser their lines to the book', async ({ page }) => {
    await notebook(page).open('/')
    const others: Page[] = []
    while (others.length < 3) {
      const other = await page.context().newPage()
      others.push(other)
      await other.goto(new URL('/mensen', page.url()).href)
      await expect(peoplePage(other).rows).not.toHaveCount(0)
    }
    await notebook(page).goTo('Mensen')
    await expect(peoplePage(page).rows).not.toHaveCount(0)
    await Promise.all(others.map((other) => other.close()))
  })
})

test.describe('the window', () => {
  test.skip(isWindows, 'a script cannot stand in for the browser there')

  test('shows the app, with the address kept off the command line, and its end is the end of the program', async ({
    dataFolder,
  }) => {
    const host = startWithWindow(writeHeadlessBrowser(dataFolder), dataFolder)
    const { profile, page } = await openedWindow(host)
    await expect(page).toHaveTitle(/Buurtboek/)
    await expect(page).toHaveURL(/^http:\/\/127\.0\.0\.1:\d+\//)

    const address = path.join(profile, 'address.js')
    expect((await stat(address)).mode & 0o777).toBe(0o600)
    expect((await stat(profile)).mode & 0o777).toBe(0o700)
    // The control: the token is in that file, so it would be seen if it were on a command line.
    const token = /token=(?<token>[\w-]{43})/.exec(await readFile(address, 'utf8'))?.groups?.token ?? ''
    expect(token).not.toBe('')
    for (const line of await commandLines()) expect(line).not.toContain(token)

    await page.close()
    expect(await exitCode(host)).toBe(0)
    await expect.poll(() => stat(profile).catch(() => 'gone')).toBe('gone')
  })

  test('that cannot be opened leaves an address to open by hand', async ({ dataFolder }) => {
    const host = startWithWindow('/bin/false', dataFolder)
    expect(await firstLines(host)).toEqual([expect.stringMatching(/http:\/\/127\.0\.0\.1:\d+\/open\?token=[\w-]{43}$/)])
    host.kill('SIGTERM')
    expect(await exitCode(host)).toBe(0)
  })
})

/** A host with a page that is let in, which asks by itself what the window would ask. */
async function openHostPage(browser: Browser, dataFolder: string) {
  const host = await startHost(dataFolder)
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(host.url)
  const ask = (method: string, input: unknown = {}) =>
    page.evaluate(async (body) => {
      const response = await fetch('/call', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
      return response.json()
    }, JSON.stringify({ method, input }))
  return {
    ask,
    async stop() {
      await context.close()
      await host.stop()
    },
  }
}

function startWithWindow(browser: string, dataFolder: string): ChildProcess {
  const folder = path.join(dataFolder, 'book')
  const env = { ...process.env, TMPDIR: dataFolder }
  return spawn(process.execPath, ['out/main/host.js', '--data', folder, '--browser', browser, '--end-with-window'], {
    cwd: root,
    env,
  })
}

/** The window that a host with `TMPDIR` set to the test's folder has opened. */
async function openedWindow(host: ChildProcess): Promise<{ profile: string; page: Page }> {
  const folder = path.dirname(host.spawnargs[host.spawnargs.indexOf('--data') + 1] ?? '')
  const findPort = async () => {
    const name = (await readdir(folder)).find((entry) => entry.startsWith('buurtboek-')) ?? 'none'
    const text = await readFile(path.join(folder, name, 'DevToolsActivePort'), 'utf8').catch(() => '')
    return { profile: path.join(folder, name), port: text.split('\n')[0] }
  }
  await expect.poll(async () => (await findPort()).port, { timeout: 30_000 }).toBeTruthy()
  const { profile, port } = await findPort()
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
  const [context] = browser.contexts()
  await expect.poll(() => context?.pages().length).toBe(1)
  const [page] = context?.pages() ?? []
  if (!page) throw new Error('the window has no page')
  return { profile, page }
}

async function commandLines(): Promise<string[]> {
  const { stdout } = spawnSync('ps', ['-A', '-ww', '-o', 'args'], { encoding: 'utf8' })
  return stdout.split('\n')
}

/** Everything on standard output until half a second after the first line. */
function firstLines(child: ChildProcess): Promise<string[]> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it said anything`)))
    let text = ''
    child.stdout?.on('data', (chunk) => {
      text += chunk
      if (text.includes('\n')) setTimeout(() => resolve(text.trimEnd().split('\n')), 500)
    })
  })
}

function exitCode(child: ChildProcess): Promise<number | null> {
  return child.exitCode === null
    ? new Promise((resolve) => child.once('exit', resolve))
    : Promise.resolve(child.exitCode)
}
