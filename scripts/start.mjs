// npm start: the desktop app where Electron's binary is to be had, else the same app in a browser window.
//   --browser-mode    does not try the desktop app
//   --data DIR        browser mode with another data folder
//   --demo            browser mode with the made-up neighbourhood
import './require-node.mjs'
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { buildIfNeeded } from './build-if-needed.mjs'
import { electronBinary } from './electron-binary.mjs'
import { findBrowser, hasDisplay } from './find-chromium.mjs'

const root = path.resolve(import.meta.dirname, '..')
const failedBefore = path.join(root, 'node_modules/.cache/buurtboek/no-electron')
const installMs = 180_000
const dayMs = 24 * 60 * 60 * 1000
/** An Electron that ends this soon, and badly, never showed a window. */
const failedStartMs = 8000

const args = process.argv.slice(2)
const options = args.filter((arg) => arg !== '--browser-mode')
let running
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running?.kill(signal))

buildIfNeeded()
process.exit(await start())

async function start() {
  if (options.length > 0 || options.length < args.length) return browserMode('Buurtboek opens in browser mode')
  if (!hasDisplay()) return browserMode('There is no screen here, so Buurtboek opens in browser mode')
  const electron = electronBinary() ?? (await installElectron())
  if (!electron) return browserMode('The desktop shell cannot be had here, so Buurtboek opens in browser mode')
  const started = performance.now()
  const code = await desktop(electron)
  if (code === 0 || performance.now() - started > failedStartMs) return code
  return browserMode('The desktop shell cannot start here, so Buurtboek opens in browser mode')
}

/** Tries once a day: where the download is held up, every start would have to wait for it. */
async function installElectron() {
  const failedAt = statSync(failedBefore, { throwIfNoEntry: false })?.mtimeMs ?? 0
  if (Date.now() - failedAt < dayMs) return undefined
  const patience = setTimeout(() => console.log('Fetching the desktop shell (once) ...'), 3000)
  const install = createRequire(import.meta.url).resolve('electron/install.js')
  await run(process.execPath, [install], { stdio: 'ignore', timeout: installMs })
  clearTimeout(patience)
  const binary = electronBinary()
  if (binary) rmSync(failedBefore, { force: true })
  else {
    mkdirSync(path.dirname(failedBefore), { recursive: true })
    writeFileSync(failedBefore, '')
  }
  return binary
}

function desktop(electron) {
  // Only in a container is this run by root, and there Chromium refuses to start with its sandbox.
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return run(electron, [root, ...(isRoot ? ['--no-sandbox'] : [])], { stdio: 'inherit' })
}

function browserMode(why) {
  const printer = findBrowser()
  const browser = hasDisplay() ? printer : undefined
  console.log(browser ? `${why}.` : `${why}; open this address in a browser (it works once):`)
  const window = browser ? ['--browser', browser, '--end-with-window'] : ['--print', 'line']
  const printing = printer ? ['--printer', printer] : []
  const hostArgs = [path.join(root, 'out/main/host.js'), ...window, ...printing, ...options]
  return run(process.execPath, hostArgs, { stdio: 'inherit' })
}

/** The exit code; 0 when it was stopped on purpose. */
function run(command, commandArgs, spawnOptions) {
  return new Promise((resolve) => {
    running = spawn(command, commandArgs, spawnOptions)
    running.once('error', () => resolve(1))
    running.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
}
