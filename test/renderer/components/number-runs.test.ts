import { expect, it } from 'vitest'
import { numberRuns } from '../../../renderer/components/number-runs.ts'

const numbersOf = (text: string) => numberRuns(text).flatMap((run) => (run.isNumber ? [run.text] : []))

it('sets a day and a telephone number apart among letters that run from right to left', () => {
  const text = 'يحب الشاي، 12-03-2026، ابنته 06-1000 2214'
  expect(numbersOf(text)).toEqual(['12-03-2026', '06-1000 2214'])
  expect(
    numberRuns(text)
      .map((run) => run.text)
      .join(''),
  ).toBe(text)
})

it('leaves everything else as it was written', () => {
  expect(numberRuns('Houdt van thee, sinds 12-03-2026')).toEqual([
    { text: 'Houdt van thee, sinds 12-03-2026', isNumber: false },
  ])
  expect(numbersOf('الخطيب 4')).toEqual([])
})
