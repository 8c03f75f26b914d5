import { expect, it } from 'vitest'
import { failedJourneys, failedUnitTests } from '../../scripts/failed-tests.mjs'

const red = (text: string) => `\u001b[31m${text}\u001b[39m`

it('names each unit test that failed, with what it said and without where the test program stood', () => {
  const message = `${red('AssertionError: expected 2 to be 3')}\n    at /home/a/test/dues.test.ts:12:3\n    at new Promise (<anonymous>)\n    at run (file:///b.js:1:2)`
  const test = (fullName: string, status: string, failureMessages: string[] = []) => ({
    fullName,
    status,
    failureMessages,
  })
  const report = {
    testResults: [
      {
        name: '/home/a/test/dues.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [test('dues are asked', 'failed', [message]), test('dues are paid', 'passed')],
      },
      {
        name: '/home/a/test/people.test.ts',
        status: 'passed',
        message: '',
        assertionResults: [test('people', 'passed')],
      },
      { name: '/home/a/test/whole.test.ts', status: 'failed', message: 'Cannot find it', assertionResults: [] },
    ],
  }
  expect(failedUnitTests(report, '/home/a')).toEqual([
    'test/dues.test.ts › dues are asked\n    AssertionError: expected 2 to be 3',
    'test/whole.test.ts\n    Cannot find it',
  ])
  expect(failedUnitTests(undefined, '/home/a')).toEqual([])
})

it('names each journey that failed, in a group or not, and those that passed only the second time', () => {
  const spec = (title: string, status: string, said: string) => ({
    file: 'journeys/care.spec.ts',
    line: 7,
    title,
    tests: [{ status, results: [{ errors: [{ message: said }] }, { errors: [] }] }],
  })
  const report = {
    suites: [
      {
        specs: [spec('a lock', 'unexpected', red('Error: not there')), spec('a visit', 'expected', '')],
        suites: [{ specs: [spec('a note', 'flaky', 'Error: late')] }],
      },
    ],
  }
  expect(failedJourneys(report)).toEqual([
    'journeys/care.spec.ts:7 › a lock\n    Error: not there',
    'journeys/care.spec.ts:7 › a note (passed the second time)\n    Error: late',
  ])
})
