import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { findBrowser, findTestBrowser, hasDisplay } from '../../scripts/find-chromium.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'buurtboek-browser-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

function program(name: string, mode = 0o755): string {
  const file = path.join(folder, name)
  writeFileSync(file, '#!/bin/sh\n')
  chmodSync(file, mode)
  return file
}

test('the browser that was named comes first', () => {
  const named = program('my-browser')
  vi.stubEnv('CHROMIUM', named)
  expect(findBrowser()).toBe(named)
})

test.skipIf(process.platform !== 'linux')(
  'a browser on the path is found; what cannot be run, or is a folder, is not',
  () => {
    vi.stubEnv('PATH', folder)
    vi.stubEnv('CHROMIUM', folder)
    program('chromium', 0o644)
    expect(findBrowser()?.startsWith(folder)).not.toBe(true)
    const chromium = program('chromium')
    expect(findBrowser()).toBe(chromium)
  },
)

test.skipIf(process.platform !== 'linux')('tests run in a browser without a window where there is one', () => {
  vi.stubEnv('PATH', folder)
  vi.stubEnv('CHROMIUM', '')
  const chromium = program('chromium')
  expect(findTestBrowser()).toBe(chromium)
  const shell = program('chromium-headless-shell')
  expect(findTestBrowser()).toBe(shell)
  expect(findBrowser()).toBe(chromium)
})

test.skipIf(process.platform !== 'linux')('without a screen there is no window', () => {
  vi.stubEnv('DISPLAY', '')
  vi.stubEnv('WAYLAND_DISPLAY', '')
  expect(hasDisplay()).toBe(false)
  vi.stubEnv('DISPLAY', ':0')
  expect(hasDisplay()).toBe(true)
})
