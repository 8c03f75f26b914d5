// npm test: everything a change must pass, in the order that fails soonest. Ends with one line of counts, in which a
// failed check counts as one failed test.
import './require-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { failedJourneys, failedUnitTests } from './failed-tests.mjs'
import { findOrInstallChromium, findTestBrowser } from './find-chromium.mjs'

const root = path.resolve(import.meta.dirname, '..')
const results = path.join(root, 'test-results')
const unitResults = path.join(results, 'unit.json')
const e2eResults = path.join(results, 'e2e.json')

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

/** More files than this left undone is no single crash. */
const mostUndone = 3
/** More than this of the unit tests, or of the journeys, that pass only the second time are no busy machine. */
const mostUnsure = 1
const total = { passed: 0, failed: 0, skipped: 0 }
const failedChecks = []
// Side by side: one of them alone does not keep two processors busy. Types take longest, and nothing else waits for them but the
// journeys: the unit tests need the build only. The compiler sweeps its memory less often there, which saves it a seventh of its work.
const types = check('types', { GOGC: '300' })
await Promise.all(['lint', 'build', 'knip'].map((name) => check(name)))
if (total.failed === 0) await unitTests()
await types
// Every step says something of its own, so failed tests do not keep the journeys from being run; a failed check does.
if (failedChecks.length === 0) {
  const chromium = await findOrInstallChromium()
  // One of the system's own is found by whoever needs it; what Playwright brought must be named.
  if (chromium && !findTestBrowser()) process.env.CHROMIUM = chromium
  await tests('e2e', [], countE2e)
  await check('package:check')
}
// Once more at the end, where whoever sees no more than that looks; also what passed the second time.
const failed = [
  ...failedChecks,
  ...failedUnitTests(readReport(unitResults), root),
  ...failedJourneys(readReport(e2eResults)),
]
for (const one of failed) console.log(`== did not pass the first time: ${one}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1

/** A step that passes or fails as a whole; what it says comes when it is done, in one piece. */
async function check(name, env = {}) {
  if ((await run(name, [], 'pipe', env)) === 0) return
  total.failed += 1
  failedChecks.push(name)
}

/** A step with tests to count. */
async function tests(name, args, count) {
  const code = await run(name, args)
  const counted = count()
  for (const key of Object.keys(total)) total[key] += counted[key]
  // A run that ends badly without a failed test (a crash, a broken file) must not pass.
  if (code !== 0 && counted.failed === 0) total.failed += 1
}

/**
 * The unit tests. When a process of theirs was ended by the system and no test failed, the files it left undone are run again, once,
 * in a fresh process, and it is said: a crash is not a failed test, and not nothing either. Where nobody watches, one that failed is
 * tried once more as well, as a journey is.
 */
async function unitTests() {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`]
  const code = await run('unit', reporters)
  const counted = countUnit()
  for (const key of Object.keys(total)) total[key] += counted[key]
  if (code === 0) return
  if (counted.failed > 0) {
    if (!process.env.CI || counted.failed > mostUnsure) return
    const files = filesWith((file) => file.status === 'failed')
    if ((await run('unit', files)) !== 0) return
    console.log(`== a unit test passed only the second time; it is named below: ${files.join(', ')}`)
    total.failed -= counted.failed
    total.passed += counted.failed
    return
  }
  const ended = new Set(['passed', 'failed', 'skipped', 'todo'])
  const undone = filesWith((file) => file.assertionResults.some(({ status }) => !ended.has(status)))
  console.log(`== a process of the unit tests crashed; it left undone: ${undone.join(', ') || 'nothing'}`)
  if (undone.length === 0 || undone.length > mostUndone || (await run('unit', undone)) !== 0) total.failed += 1
}

/** Files of the unit tests of whose result, as vitest reports it, this holds. */
function filesWith(holds) {
  return (readReport(unitResults)?.testResults ?? []).filter(holds).map(({ name }) => path.relative(root, name))
}

function run(name, args = [], output = 'inherit', env = {}) {
  const started = performance.now()
  if (output === 'inherit') console.log(`== ${name}`)
  const npm = process.env.npm_execpath
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []]
  return new Promise((resolve) => {
    const stdio = ['inherit', output, output]
    const child = spawn(command, [...first, 'run', '--silent', name, '--', ...args], {
      cwd: root,
      stdio,
      env: { ...process.env, ...env },
    })
    const said = []
    child.stdout?.on('data', (chunk) => said.push(chunk))
    child.stderr?.on('data', (chunk) => said.push(chunk))
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(said))
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      console.log(`== ${name} ${code === 0 ? 'passed' : 'FAILED'} in ${seconds} s`)
      resolve(code ?? 1)
    })
  })
}

function countUnit() {
  const report = readReport(unitResults)
  return {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

function countE2e() {
  const stats = readReport(e2eResults)?.stats
  // A journey that only passes the second time is not one to rely on: it is said, and more than one is a failure.
  const unsure = stats?.flaky ?? 0
  if (unsure > 0) console.log(`== ${unsure} journeys passed only the second time; they are marked "flaky" above`)
  return {
    passed: (stats?.expected ?? 0) + (unsure > mostUnsure ? 0 : unsure),
    failed: (stats?.unexpected ?? 0) + (unsure > mostUnsure ? unsure : 0),
    skipped: stats?.skipped ?? 0,
  }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
