import { describe, expect, it } from 'vitest'
import { coveredBy, run } from './practices.ts'

const passed = { status: 'passed' }

describe('a practice', () => {
  it('is covered when all its tests pass', () => {
    const files = [
      { name: '/x/test/practices/06-small-help.test.ts', assertionResults: [passed, passed] },
      { name: '/x/test/practices/16-newcomers.test.ts', assertionResults: [passed] },
      { name: '/x/test/practices/16-barriers.test.ts', assertionResults: [passed] },
    ]
    expect([...coveredBy(files)]).toEqual([6, 16])
  })

  it.each([
    ['red', [passed, { status: 'failed' }]],
    ['skipped', [{ status: 'pending' }]],
    ['empty', []],
  ])('is not covered by a file that is %s', (_, assertionResults) => {
    expect([...coveredBy([{ name: '06-small-help.test.ts', assertionResults }])]).toEqual([])
  })

  it('of two files is not covered when one of them is red', () => {
    const files = [
      { name: '16-barriers.test.ts', assertionResults: [passed] },
      { name: '16-newcomers.test.ts', assertionResults: [{ status: 'failed' }] },
    ]
    expect([...coveredBy(files)]).toEqual([])
  })
})

it('each of the 28 practices has a test', async () => {
  expect(await run({ short: true, seed: 1 })).toMatchObject([{ id: 'practices', ok: true }])
})
