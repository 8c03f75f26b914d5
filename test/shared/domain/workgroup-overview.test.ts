import { describe, expect, it } from 'vitest'
import { type GroupCounts, type GroupFile, overviewOf } from '../../../shared/domain/workgroup-overview.ts'
import { associationSums, sumsOf } from '../../../shared/domain/workgroup-sums.ts'

const year = { from: '2026-01-01', until: '2026-12-31' }
const lastYear = { from: '2025-01-01', until: '2025-12-31' }

function group(name: string, part: Partial<GroupCounts> = {}): GroupCounts {
  return {
    key: name,
    name,
    members: 40,
    paying: 30,
    seats: 'bezet',
    gatherings: { held: 3, promised: 3, last: '2026-11-01' },
    attendance: { lowest: 12, highest: 20 },
    barriers: [],
    themes: [],
    ...part,
  }
}
function file(key: string, groups: readonly GroupCounts[], part: Partial<GroupFile> = {}): GroupFile {
  return {
    key,
    association: 'Stadsdorp Oosterweide',
    made: '2026-11-20',
    period: year,
    groups,
    dues: null,
    questions: [],
    isOlder: false,
    ...part,
  }
}
/** The one association that the files are of. */
function sumsOfFiles(files: readonly GroupFile[]) {
  const [sums, ...others] = associationSums(overviewOf(files).lines)
  if (!sums || others.length > 0) throw new Error('one association was expected')
  return sums
}

describe('files of several groups', () => {
  it('stand together by name, and what people there are is added up', () => {
    const { lines, warnings } = overviewOf([file('a', [group('Noord')]), file('b', [group('Kade')])])
    expect(lines.map((line) => line.group.name)).toEqual(['Kade', 'Noord'])
    expect(sumsOf(lines)).toMatchObject({ groups: 2, members: { known: 80, unsaid: 0 }, held: 6 })
    expect(warnings).toEqual([])
  })

  it('do not guess a number that was not said', () => {
    const files = [file('a', [group('Noord', { members: '<5', paying: null })]), file('b', [group('Kade')])]
    expect(sumsOf(overviewOf(files).lines).members).toEqual({ known: 40, unsaid: 1 })
  })

  it('count a group once when it is in two files about the same days, the one made last, and say so', () => {
    const twice = [
      file('a', [group('Noord', { members: 41 })], { made: '2026-12-01', questions: ['Nieuw?'] }),
      file('a', [group('Noord')], { questions: ['Oud?'], dues: { expectedCents: 500, receivedCents: 500 } }),
    ]
    for (const files of [twice, twice.toReversed()]) {
      const { lines, warnings } = overviewOf(files)
      expect(lines).toHaveLength(1)
      expect(warnings).toEqual([{ kind: 'double', association: 'Stadsdorp Oosterweide', group: 'Noord' }])
      // Nothing of the other file is left, neither its people nor its money nor its questions.
      expect(sumsOfFiles(files)).toMatchObject({
        members: { known: 41 },
        dues: null,
        questions: [{ question: 'Nieuw?', from: ['Noord'] }],
        years: null,
      })
    }
  })

  it('name two books that both have a group of the same name, and files about different days', () => {
    const { warnings } = overviewOf([file('a', [group('Noord')]), file('b', [group('noord')], { period: lastYear })])
    expect(warnings.map(({ kind }) => kind)).toEqual(['sameName', 'periods'])
  })

  it('name a group whose file says less than files do now', () => {
    const { warnings } = overviewOf([file('a', [group('Noord')], { isOlder: true }), file('b', [group('Kade')])])
    expect(warnings).toEqual([{ kind: 'older', association: 'Stadsdorp Oosterweide', group: 'Noord' }])
  })

  it('know who met as often as was to be by the end of their days', () => {
    const held = (count: number) => group(`${count}`, { gatherings: { held: count, promised: 3, last: null } })
    const onSchedule = (files: readonly GroupFile[]) => sumsOf(overviewOf(files).lines).onSchedule
    expect(onSchedule([file('a', [held(2), held(3)])])).toBe(1)
    expect(onSchedule([file('a', [held(1), held(0)], { period: { from: '2026-01-01', until: '2026-06-30' } })])).toBe(1)
  })
})

describe('what the groups of an association say together', () => {
  it('is its dues by who handed them in, and their sum', () => {
    const { duesByFile, dues } = sumsOfFiles([
      file('a', [group('Noord')], { dues: { expectedCents: 1000, receivedCents: 400 } }),
      file('b', [group('Kade')]),
      file('c', [group('Hof'), group('Plein')], { dues: { expectedCents: 3000, receivedCents: 3000 } }),
    ])
    expect(duesByFile.map(({ name, receivedCents }) => [name, receivedCents])).toEqual([
      ['Stadsdorp Oosterweide', 3000],
      ['Noord', 400],
    ])
    expect(dues).toEqual({ expectedCents: 4000, receivedCents: 3400 })
  })

  it('is what it was about and what kept people away, in most groups first, and where it helped', () => {
    const { themes, barriers } = sumsOfFiles([
      file('a', [group('Noord', { themes: ['Muziek'], barriers: [{ kind: 'taal', outcome: null }] })]),
      file('b', [
        group('Kade', {
          themes: ['Fietsen', 'muziek', 'Muziek'],
          barriers: [
            { kind: 'geld', outcome: 'hielp' },
            { kind: 'taal', outcome: 'hielp' },
          ],
        }),
      ]),
    ])
    expect(themes.map(({ theme, groups }) => [theme.toLowerCase(), groups])).toEqual([
      ['muziek', 2],
      ['fietsen', 1],
    ])
    expect(barriers).toEqual([
      { kind: 'taal', outcomes: ['hielp', null] },
      { kind: 'geld', outcomes: ['hielp'] },
    ])
  })

  it('is each question once, with all who ask it', () => {
    const asked = { questions: ['Wie heeft een bakfiets?'] }
    const { questions } = sumsOfFiles([file('a', [group('Noord')], asked), file('b', [group('Kade')], asked)])
    expect(questions).toEqual([{ question: 'Wie heeft een bakfiets?', from: ['Kade', 'Noord'] }])
  })

  it('is compared with other years, of the groups that have a file of each', () => {
    const { lines, years } = sumsOfFiles([
      file('a', [group('Noord', { members: 35 })], {
        period: lastYear,
        dues: { expectedCents: 100, receivedCents: 90 },
      }),
      file('a', [group('Noord')], { dues: { expectedCents: 200, receivedCents: 200 } }),
      file('b', [group('Kade')], { dues: { expectedCents: 900, receivedCents: 900 } }),
    ])
    expect(lines.find(({ group: { name } }) => name === 'Noord')?.earlier).toMatchObject([
      { file: { period: lastYear }, group: { members: 35 } },
    ])
    expect(years).toMatchObject({
      compared: 1,
      years: [
        { period: lastYear, members: { known: 35 }, dues: { receivedCents: 90 } },
        { period: year, members: { known: 40 }, dues: { receivedCents: 200 } },
      ],
    })
  })

  it('is not compared by the money of a file that is also about other groups', () => {
    const both = [group('Noord'), group('Kade')]
    const { years } = sumsOfFiles([
      file('a', [group('Noord')], { period: lastYear, dues: { expectedCents: 100, receivedCents: 90 } }),
      file('a', both, { dues: { expectedCents: 200, receivedCents: 200 } }),
    ])
    expect(years?.years.map(({ dues }) => dues?.receivedCents ?? null)).toEqual([90, null])
  })

  it('leaves out a year of which no group made a file that compares', () => {
    const before = { from: '2024-01-01', until: '2024-12-31' }
    const { years } = sumsOfFiles([
      file('a', [group('Noord')], { period: lastYear }),
      file('a', [group('Noord')]),
      file('b', [group('Kade')], { period: before }),
    ])
    expect(years?.years.map(({ period }) => period.until)).toEqual(['2025-12-31', '2026-12-31'])
  })
})
