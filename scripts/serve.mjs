// npm run serve -- --data DIR [--demo] [--no-window]: browser mode on a chosen data folder. Prints one JSON line
// {"url": ...} with an address that lets one window in, once, and stays until it is stopped.
import './require-node.mjs'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildIfNeeded } from './build-if-needed.mjs'
import { findBrowser, hasDisplay } from './find-chromium.mjs'

const usage = 'npm run serve -- --data DIR [--demo] [--no-window]'
const options = readOptions()
if (!options.data) fail('--data is missing: which folder holds the book?')

buildIfNeeded()
const browser = options['no-window'] || !hasDisplay() ? undefined : findBrowser()
const host = path.resolve(import.meta.dirname, '../out/main/host.js')
// npm runs scripts in the project's folder; the user's own folder is what a relative path is meant from.
const data = path.resolve(process.env.INIT_CWD ?? '.', options.data)
const args = ['--print', 'json', '--data', data]
if (options.demo) args.push('--demo')
if (browser) args.push('--browser', browser)
const printer = browser ?? findBrowser()
if (printer) args.push('--printer', printer)
const child = spawn(process.execPath, [host, ...args], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 0 : 1)))

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { data: { type: 'string' }, demo: { type: 'boolean' }, 'no-window': { type: 'boolean' } },
    })
    return values
  } catch (error) {
    return fail(error.message)
  }
}

function fail(reason) {
  console.error(`${reason}\n${usage}`)
  process.exit(1)
}
