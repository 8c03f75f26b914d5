// Which Chromium, Chrome or Edge there is on this machine.
import { spawnSync } from 'node:child_process'
import { accessSync, constants, statSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'

/** The browser to open windows with, or undefined. `CHROMIUM` names one; otherwise the system's own. */
export function findBrowser() {
  return [process.env.CHROMIUM, ...candidates()].find(isProgram)
}

/** Whether a window can be shown at all. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * The browser that tests run in, or undefined: `CHROMIUM`, else one that never had a window, which does the same with a
 * fifth less work, else the one of {@link findBrowser}.
 */
export function findTestBrowser() {
  return [process.env.CHROMIUM, ...headlessShells()].find(isProgram) ?? findBrowser()
}

/**
 * The one of {@link findTestBrowser}, else Playwright's own, else one that is installed now (Playwright's; where that cannot
 * be had and we are root, Debian's package). Undefined when all of it fails.
 */
export async function findOrInstallChromium() {
  const found = findTestBrowser() ?? (await playwrightChromium())
  if (found) return found
  console.log('No Chromium here: installing one for the tests.')
  run(process.execPath, [path.resolve('node_modules/playwright/cli.js'), 'install', 'chromium'], 300_000)
  const downloaded = await playwrightChromium()
  if (downloaded) return downloaded
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    run('apt-get', ['update', '-qq'], 120_000)
    const packages = ['chromium', 'chromium-headless-shell', 'fonts-dejavu-core']
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], 600_000)
  }
  return findTestBrowser()
}

async function playwrightChromium() {
  const { chromium } = await import('@playwright/test')
  const file = chromium.executablePath()
  return isProgram(file) ? file : undefined
}

function run(command, args, timeout) {
  return spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

function headlessShells() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return folders.map((folder) => path.join(folder, 'chromium-headless-shell'))
}

function candidates() {
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(Boolean)
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'Chromium/Application/chrome.exe',
    ]
    return programs.flatMap((program) => roots.map((root) => path.join(root, program)))
  }
  if (process.platform === 'darwin') {
    const programs = ['Google Chrome', 'Microsoft Edge', 'Chromium']
    return programs.flatMap((name) =>
      ['/', homedir()].map((root) => path.join(root, 'Applications', `${name}.app`, 'Contents/MacOS', name)),
    )
  }
  // Snap's own path before the wrappers around it: a browser from a snap needs its profile in a folder of its own.
  const folders = [
    '/snap/bin',
    ...(process.env.PATH ?? '').split(path.delimiter).filter(Boolean),
    '/usr/bin',
    '/usr/local/bin',
  ]
  const programs = [
    'chromium',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
    'chromium-browser',
  ]
  return programs.flatMap((program) => folders.map((folder) => path.join(folder, program)))
}

function isProgram(file) {
  if (!file) return false
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
