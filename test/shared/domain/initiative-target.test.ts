import { describe, expect, test } from 'vitest'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import {
  judgeTarget,
  judgeTogether,
  readAreas,
  type SignUp,
  type Target,
  type TargetFacts,
} from '../../../shared/domain/initiative-target.ts'

const today = '2026-11-26'
const target = (values: Partial<Target>): Target => ({
  kind: 'aantal',
  source: 'metingen',
  counting: 'stand',
  needed: 100,
  areas: [],
  days: null,
  year: null,
  loyalTimes: null,
  loyalOutOf: null,
  byDay: null,
  ...values,
})
const nothing: TargetFacts = { readings: [], signUps: [], held: [], goalsReached: [] }
const reading = (value: number, values: object = {}) => ({ day: today, value, whole: null, area: null, ...values })
const judge = (of: Partial<Target>, facts: Partial<TargetFacts>, on = today) =>
  judgeTarget(target(of), { ...nothing, ...facts }, on)

const signUps = (count: number, values: Partial<SignUp> = {}): SignUp[] =>
  Array.from({ length: count }, () => ({ day: '2025-01-01', area: null, leftDay: null, seenDay: null, ...values }))

describe('at least so many', () => {
  test('is reached at the number itself and not one before it', () => {
    expect(judge({}, { readings: [reading(99)] })).toMatchObject({
      verdict: 'nog_niet',
      reached: 99,
      lacks: [{ kind: 'aantal', count: 1 }],
    })
    expect(judge({}, { readings: [reading(100)] })).toMatchObject({ verdict: 'gehaald', lacks: [] })
  })

  test('takes the last reading of a standing, and adds up what comes on top', () => {
    const readings = [reading(60, { day: '2026-01-01' }), reading(50)]
    expect(judge({}, { readings }).reached).toBe(50)
    expect(judge({ counting: 'optellen' }, { readings })).toMatchObject({ verdict: 'gehaald', reached: 110 })
  })

  test('adds up the last reading of each area, unless somebody told the whole', () => {
    const ofAreas = [
      reading(40, { area: 'Oost', day: '2026-01-01' }),
      reading(45, { area: 'oost ' }),
      reading(30, { area: 'West' }),
    ]
    expect(judge({}, { readings: ofAreas }).reached).toBe(75)
    expect(judge({}, { readings: [reading(70), ...ofAreas] }).reached).toBe(70)
  })

  test('says apart that nothing was measured: that is not nobody', () => {
    expect(judge({}, {})).toMatchObject({ verdict: 'nog_niet', reached: null, lacks: [{ kind: 'niets' }] })
    expect(judge({ source: 'aanmeldingen' }, {})).toMatchObject({ reached: 0, lacks: [{ kind: 'aantal', count: 100 }] })
  })

  test('counts what happened in one calendar year only', () => {
    const held = ['2025-12-31', '2026-03-01', '2026-06-01'].map((day) => ({ day, present: [] }))
    const truck = { source: 'bijeenkomsten', needed: 3, year: 2026 } as const
    expect(judge(truck, { held })).toMatchObject({ verdict: 'nog_niet', reached: 2 })
    expect(judge(truck, { held }, '2027-01-01').verdict).toBe('niet_gehaald')
    expect(judge({ ...truck, year: null }, { held }).verdict).toBe('gehaald')
  })

  test('is lost when its last day is over, and still open on that day', () => {
    expect(judge({ byDay: today }, { readings: [reading(1)] }).verdict).toBe('nog_niet')
    expect(judge({ byDay: addDays(today, -1) }, { readings: [reading(1)] }).verdict).toBe('niet_gehaald')
  })
})

describe('at least so many in every area', () => {
  const areas = ['Oost', 'West', 'Noord']
  const everywhere = { kind: 'per_gebied', source: 'aanmeldingen', needed: 10, areas } as const

  test('one area with nine is not reached, however many there are elsewhere', () => {
    const judged = judge(everywhere, {
      signUps: [...signUps(80, { area: 'Oost' }), ...signUps(9, { area: 'West' }), ...signUps(10, { area: 'Noord' })],
    })
    expect(judged).toMatchObject({ verdict: 'nog_niet', reached: 9 })
    expect(judged.lacks).toEqual([{ kind: 'gebied', area: 'West', reached: 9, count: 1 }])
  })

  test('an area where nobody signed up counts too; an area that was not named does not', () => {
    const two = [...signUps(10, { area: 'Oost' }), ...signUps(10, { area: 'West' }), ...signUps(50, { area: 'Zuid' })]
    expect(judge(everywhere, { signUps: two }).lacks).toMatchObject([{ area: 'Noord', reached: 0 }])
    expect(judge(everywhere, { signUps: [...two, ...signUps(10, { area: ' NOORD' })] }).verdict).toBe('gehaald')
  })

  test('without areas it is never reached', () => {
    expect(judge({ ...everywhere, areas: [] }, { signUps: signUps(500) }).verdict).toBe('nog_niet')
  })

  test('areas are read one a line, and the same one twice is one', () => {
    expect(readAreas(' Oost\n\nWest\r\noost')).toEqual(['Oost', 'West'])
    expect(readAreas(null)).toEqual([])
  })
})

describe('still there so many days later', () => {
  const after = { kind: 'na_dagen', source: 'aanmeldingen', needed: 2, days: 365 } as const

  test('counts only who was heard of since; nobody asked is not still there', () => {
    const judged = judge(after, {
      signUps: [
        ...signUps(1, { seenDay: '2026-01-01' }),
        ...signUps(1, { seenDay: '2025-12-31' }),
        ...signUps(1, { leftDay: '2025-06-01' }),
        ...signUps(1, { day: '2026-11-25', seenDay: today }),
      ],
    })
    expect(judged).toMatchObject({ verdict: 'nog_niet', reached: 1, needed: 2 })
    expect(judged.lacks).toEqual([
      { kind: 'aantal', count: 1 },
      { kind: 'navragen', count: 1 },
      { kind: 'wacht', count: 1, day: '2027-11-25' },
      { kind: 'gestopt', count: 1 },
    ])
  })

  test('who stopped after the day did stay that long', () => {
    expect(judge(after, { signUps: signUps(2, { leftDay: '2026-01-01' }) }).verdict).toBe('gehaald')
    expect(judge(after, { signUps: signUps(2, { leftDay: '2025-12-31' }) }).verdict).toBe('nog_niet')
  })
})

describe('a share', () => {
  const most = { kind: 'deel', needed: 67 } as const

  test('is compared exactly: two of three is not 67 percent', () => {
    expect(judge(most, { readings: [reading(2, { whole: 3 })] })).toMatchObject({
      verdict: 'nog_niet',
      reached: 66,
      lacks: [{ kind: 'deel', percent: 1 }],
    })
    expect(judge({ ...most, needed: 66 }, { readings: [reading(2, { whole: 3 })] }).verdict).toBe('gehaald')
  })

  test('of who signed up keeps everybody whose day is there in the count', () => {
    const stayed = { ...most, source: 'aanmeldingen', needed: 50 } as const
    const people = [...signUps(1, { seenDay: today }), ...signUps(2), ...signUps(9, { day: today })]
    expect(judge(stayed, { signUps: people })).toMatchObject({ verdict: 'nog_niet', reached: 33 })
    expect(judge(stayed, {}).lacks).toEqual([{ kind: 'niets' }])
  })
})

describe('loyal people', () => {
  const gathering = (day: string, ...present: string[]) => ({ day, present })
  const held = [
    gathering('2026-01-01', 'ada', 'bo', 'cem'),
    gathering('2026-02-01', 'ada', 'bo', 'cem'),
    gathering('2026-03-01', 'ada', 'ada'),
    gathering('2026-04-01', 'bo'),
    gathering('2026-05-01', 'bo'),
    gathering('2026-06-01', 'ada'),
  ]
  const loyal = { source: 'trouw', needed: 1 } as const

  test('came to three of the last five; more than five ago does not help', () => {
    expect(judge(loyal, { held })).toMatchObject({ verdict: 'gehaald', reached: 2 })
    expect(judge({ ...loyal, loyalTimes: 4, loyalOutOf: 6 }, { held }).reached).toBe(2)
    expect(judge({ ...loyal, loyalTimes: 4 }, { held }).reached).toBe(0)
  })
})

describe('what people say themselves', () => {
  test.each(['mijlpaal', 'eigen_woorden'] as const)('%s: the last word counts', (kind) => {
    const readings = [reading(1, { day: '2026-01-01' }), reading(0)]
    expect(judge({ kind, needed: null }, { readings }).verdict).toBe('nog_niet')
    expect(judge({ kind, needed: null }, { readings: [...readings, reading(1)] })).toMatchObject({
      verdict: 'gehaald',
      lacks: [],
    })
  })
})

test('of several targets every one has to be reached', () => {
  expect(judgeTogether([])).toBeNull()
  expect(judgeTogether(['gehaald', 'gehaald'])).toBe('gehaald')
  expect(judgeTogether(['gehaald', 'nog_niet'])).toBe('nog_niet')
  expect(judgeTogether(['nog_niet', 'niet_gehaald', 'gehaald'])).toBe('niet_gehaald')
})
