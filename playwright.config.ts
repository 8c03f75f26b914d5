import { defineConfig } from '@playwright/test'
import { findTestBrowser } from './scripts/find-chromium.mjs'
import { findFastFolder } from './scripts/memory-folder.mjs'
import type { ShellOptions } from './test/e2e/support/fixtures.ts'

const executablePath = findTestBrowser()
// The users' own zone, as for the unit tests. The page and the program behind it must live on one day, as on a PC.
const timezoneId = 'Europe/Amsterdam'
// The workers and what they start take these over.
process.env.TZ = timezoneId
process.env.TMPDIR = findFastFolder()

export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export default defineConfig<ShellOptions>({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  // Where nobody watches, a failed journey is tried once more; npm test says so, and allows it of one.
  retries: process.env.CI ? 1 : 0,
  // Room for a slow or busy machine; a journey that hangs still ends.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    browserName: 'chromium',
    // Without one of the system's own this is left out, and Playwright looks for the one it brought itself.
    // What draws is a thread of the browser here instead of one more process.
    launchOptions: { args: [...chromiumArguments, '--in-process-gpu'], ...(executablePath ? { executablePath } : {}) },
    viewport: { width: 1280, height: 860 },
    locale: 'nl-NL',
    timezoneId,
    // A trace costs a fifth of the time; TRACE=1 makes one of what fails.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
  },
  projects: [
    { name: 'browser', use: { shell: 'browser' }, testIgnore: '**/electron.spec.ts' },
    { name: 'electron', use: { shell: 'electron' }, testIgnore: '**/host-*.spec.ts' },
  ],
})
