// What failed, read from the reports of the test programs: whoever sees only the end of a long output must be able to tell.
import { stripVTControlCharacters } from 'node:util'

/** Lines of what a failed test said that are shown; the rest stands where it failed. */
const shownLines = 8

/**
 * The unit tests that failed, from vitest's JSON report: `file › name` with the first lines of what each said. A file that could not
 * be read as a whole is one of them.
 */
export function failedUnitTests(report, root) {
  return (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const file = withoutRoot(name, root)
    const failed = assertionResults
      .filter((result) => result.status === 'failed')
      .map((result) => asOne(`${file} › ${result.fullName}`, result.failureMessages))
    return failed.length === 0 && status === 'failed' ? [asOne(file, [message])] : failed
  })
}

/** The journeys that failed, or passed only the second time, from Playwright's JSON report, told as `failedUnitTests` does. */
export function failedJourneys(report) {
  return (report?.suites ?? []).flatMap(journeysIn)
}

function journeysIn({ suites = [], specs = [] }) {
  const own = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ status, results }) => {
        const said = results.flatMap(({ errors = [] }) => errors.map(({ message = '' }) => message))
        return asOne(
          `${file}:${line} › ${title}${status === 'flaky' ? ' (passed the second time)' : ''}`,
          said.slice(0, 1),
        )
      }),
  )
  return [...own, ...suites.flatMap(journeysIn)]
}

function asOne(title, messages) {
  const lines = stripVTControlCharacters(messages.join('\n'))
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at (?:.*:\d+\)?|new Promise \(<anonymous>\))$/.test(line))
  return [title, ...lines.slice(0, shownLines).map((line) => `    ${line}`)].join('\n')
}

const withoutRoot = (file, root) => (file.startsWith(`${root}/`) ? file.slice(root.length + 1) : file)
