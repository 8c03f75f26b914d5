// Every practice the associations run (there are 28, numbered) is lived through by a test of its own in test/practices. This counts
// the numbers whose tests all pass; a file that is missing, empty, skipped or red covers nothing.
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Result, RunOptions } from '../support/result.ts'

const practices = 28

/** What vitest tells of a file of tests. */
interface FileReport {
  readonly name: string
  readonly assertionResults: readonly { readonly status: string }[]
}

export async function run({ short }: RunOptions): Promise<Result[]> {
  // The tests themselves are part of `npm test`; its short form looks only whether each practice has one.
  const files = short ? filesAsPassed() : await runTests()
  const covered = coveredBy(files)
  const broken = files.map((file, at) =>
    at === 0 ? { ...file, assertionResults: [...file.assertionResults, { status: 'failed' }] } : file,
  )
  const control = coveredBy(broken)
  return [
    {
      id: 'practices',
      values: { covered: `${covered.size}/${practices}`, missing: missing(covered), control_covered: control.size },
      ok: covered.size === practices && control.size === practices - 1,
    },
  ]
}

/** Numbers of the practices of which there are tests, and all passed. */
export function coveredBy(files: readonly FileReport[]): ReadonlySet<number> {
  const passed = new Map<number, boolean>()
  for (const { name, assertionResults } of files) {
    const number = Number(/^(\d\d)-/.exec(basename(name))?.[1])
    const isGreen = assertionResults.length > 0 && assertionResults.every(({ status }) => status === 'passed')
    if (number >= 1 && number <= practices) passed.set(number, isGreen && (passed.get(number) ?? true))
  }
  return new Set([...passed].filter(([, isGreen]) => isGreen).map(([number]) => number))
}

function missing(covered: ReadonlySet<number>): string {
  const numbers = Array.from({ length: practices }, (_, at) => at + 1).filter((number) => !covered.has(number))
  return numbers.length === 0 ? 'none' : numbers.join(',')
}

const folder = fileURLToPath(new URL('../practices', import.meta.url))

const filesAsPassed = (): FileReport[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => ({ name, assertionResults: [{ status: 'passed' }] }))

async function runTests(): Promise<FileReport[]> {
  const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
  const place = mkdtempSync(join(tmpdir(), 'buurtboek-practices-'))
  const report = join(place, 'report.json')
  const child = spawn(
    process.execPath,
    [vitest, 'run', 'test/practices', '--reporter=json', `--outputFile.json=${report}`],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)), stdio: ['ignore', 'ignore', 'inherit'] },
  )
  await new Promise((resolve) => child.on('close', resolve))
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: FileReport[] } // vitest's own report
  rmSync(place, { recursive: true })
  return testResults
}
