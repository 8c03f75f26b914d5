// What the example tells must be able to have happened: nothing before what it follows from, and nothing written down before its day.
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOfClock } from '../../../../shared/domain/calendar-date.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

describe.each(['2026-12-31', '2027-01-01', '2028-02-29'] as const)('the example of %s', (today) => {
  let test: TestBackend
  let raw: BetterSqlite3.Database
  let behind: number
  beforeAll(async () => {
    test = await openTestBackend({ book: 'none', today })
    await test.api.books.openDemo({})
    behind = (await test.api.dues.overview({ limit: 100 })).payers.length
    await test.backend.close()
    raw = new BetterSqlite3(join(test.folder, 'voorbeeld.db'), { readonly: true })
  })
  afterAll(async () => {
    raw.close()
    await test.close()
  })
  const rows = <Row>(statement: string) => raw.prepare(statement).all() as Row[] // as the statement names them

  it('is the same as in any month', () => {
    expect([test.logged, behind]).toEqual([[], 4])
  })

  it('has a history in which time only goes on', () => {
    const times = rows<{ at: string }>('SELECT at FROM action ORDER BY seq').map(({ at }) => at)
    expect(times).toEqual(times.toSorted())
  })

  it('writes nothing down before its day but what is planned', () => {
    const early = new Set<string>()
    for (const { table_name, after, at } of rows<{ table_name: string; after: string; at: string }>(
      "SELECT table_name, after, at FROM change JOIN action ON action.seq = action_seq WHERE op <> 'delete'",
    ))
      for (const [column, value] of Object.entries(JSON.parse(after)))
        if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && value > dayOfClock(new Date(at)))
          early.add(`${table_name}.${column}`)
    expect([...early].filter((column) => !planned.has(column))).toEqual([])
  })

  it.each(Object.entries(orders))('%s', (_what, statement) => {
    expect(rows(statement)).toEqual([])
  })

  it('would be found out if it did (control)', () => {
    expect(rows(`SELECT 1 FROM membership WHERE from_day > '2000-01-01' LIMIT 1`)).toHaveLength(1)
    expect(rows('SELECT 1 FROM newcomer JOIN membership AS m USING (person_id) LIMIT 1')).toHaveLength(1)
    expect(rows('SELECT 1 FROM pair JOIN pair_contact AS c ON c.pair_id = pair.id LIMIT 1')).toHaveLength(1)
  })
})

/** Days that are meant to lie ahead when they are written down. */
const planned = new Set<string>([
  'role_term.planned_end',
  'gathering.day',
  'gathering.series_day',
  'series.first_day',
  'pair.planned_until',
  'due.period_end',
  'fee_agreement.anchor_day',
  'funding.last_day',
  'initiative.planned_end',
  'initiative_step.due_day',
  'initiative_target.by_day',
  'subsidy.account_day',
  'signal.expires_day',
  'signal.next_day',
  'follow_up.due_day',
  'care_note.expires_day',
  'planned_absence.from_day',
  'planned_absence.until_day',
  'planned_absence_why.expires_day',
  'help_request.wanted_by',
  'help_job.first_day',
])

const firstDay = (person: string) => `(SELECT min(from_day) FROM membership WHERE person_id = ${person})`
const belongs = (person: string, group: string, day: string) =>
  `EXISTS (SELECT 1 FROM neighbourhood_membership AS n WHERE n.person_id = ${person} AND n.neighbourhood_id = ${group}
    AND n.from_day <= ${day} AND (n.until_day IS NULL OR n.until_day > ${day}))`

/** Each finds what is out of order. */
const orders: Readonly<Record<string, string>> = {
  'nobody belongs before they arrived': `SELECT person_id, arrived_day FROM newcomer
    WHERE arrived_day > ${firstDay('newcomer.person_id')}`,
  'nobody is spoken to, told or visited before they arrived': `SELECT * FROM newcomer
    WHERE contact_day < arrived_day OR informed_day < arrived_day OR visited_day < arrived_day`,
  'nobody takes part in a binnenbuurt before they belong': `SELECT * FROM neighbourhood_membership AS n
    WHERE from_day < ${firstDay('n.person_id')}`,
  'nobody has a role before they belong': `SELECT * FROM role_term AS t WHERE from_day < ${firstDay('t.person_id')}`,
  'nobody has a role in a binnenbuurt they are not in': `SELECT * FROM role_term AS t
    WHERE neighbourhood_id IS NOT NULL AND NOT ${belongs('t.person_id', 't.neighbourhood_id', 't.from_day')}`,
  'nobody is invited before they belong': `SELECT * FROM attendance AS a JOIN gathering AS g ON g.id = a.gathering_id
    WHERE g.day < ${firstDay('a.person_id')}`,
  'nobody pays, or owes, for a time before they belong': `SELECT * FROM fee_agreement AS f
    WHERE from_day < ${firstDay('f.person_id')}`,
  'nobody is in a pair before they belong': `SELECT * FROM pair_intake AS i WHERE day < ${firstDay('i.person_id')}`,
  'nobody helps or is helped before they belong': `SELECT * FROM help_act AS h
    WHERE done_day < ${firstDay('h.giver_person_id')} OR done_day < ${firstDay('h.receiver_person_id')}`,
  'no pair meets before it is formed or after it ended': `SELECT * FROM pair_contact AS c JOIN pair AS p ON p.id = c.pair_id
    WHERE c.day < p.from_day OR c.day > p.until_day`,
  'no contact comes before somebody belongs': `SELECT * FROM contact_moment AS c WHERE day < ${firstDay('c.person_id')}`,
  'no barrier is lifted before it is found': 'SELECT * FROM barrier WHERE measure_day < found_day',
  'no term, membership or agreement ends before it begins': `SELECT id FROM role_term WHERE until_day < from_day
    UNION SELECT id FROM membership WHERE until_day < from_day UNION SELECT id FROM fee_agreement WHERE until_day < from_day`,
}
