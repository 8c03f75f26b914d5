import { afterEach, expect, test } from 'vitest'
import { exchange } from '../../../../../electron/backend/database/write.ts'
import { duesSteps } from '../../../../support/dues-book.ts'
import { join, openSharedBook, type Segment, type SharedBook, settle } from '../../../../support/shared-books.ts'

const open: SharedBook[] = []
afterEach(async () => {
  for (const book of open.splice(0)) await book.close()
})

async function aBook(): Promise<{ a: SharedBook; b: SharedBook; id: string }> {
  const a = await openSharedBook('a')
  const id = await duesSteps(a.api).aPerson('Noor Çelik')
  const b = await join(a, 'b')
  open.push(a, b)
  await settle([a, b])
  return { a, b, id }
}

/** A segment as a newer version would write it: with a field, a table, a kind of change and a kind of action that this one does not know. */
function ofNewerVersion(segment: Segment, id: string): Segment {
  const lines = segment.lines.map((line) =>
    line.startsWith('{"r":"person"')
      ? line.replace('"s":{', '"s":{"pronoun":"zij",')
      : line.replace('personChanged', 'personPraised'),
  )
  return {
    ...segment,
    lines: [
      ...lines,
      `{"r":"garden","i":"g1","s":{"person_id":"${id}","name":"moestuin"},"w":1}`,
      '{"q":"person","swap":1}',
    ],
  }
}

test('what a newer version wrote is kept, the known part of it is done, and a snapshot passes all of it on', async () => {
  const { a, b, id } = await aBook()
  await a.api.members.change({ id, fields: { note: 'belt liever' } })
  for (const segment of await a.send(['leden']))
    expect(await b.hear(ofNewerVersion(segment, id))).toMatchObject({ pending: 3 })
  expect(b.rows(`SELECT note FROM person WHERE id = '${id}'`)).toEqual([{ note: 'belt liever' }])
  expect(b.rows("SELECT kind FROM action WHERE device = 'a' ORDER BY seq DESC LIMIT 1")).toEqual([
    { kind: 'changedElsewhere' },
  ])

  const c = await join(b, 'c')
  open.push(c)
  const kept = (book: SharedBook) => book.rows('SELECT reason, line FROM sync_pending ORDER BY line')
  expect(kept(c)).toEqual(kept(b))
  expect(kept(c).length).toBe(3)
})

test('once the program understands it, what waited is done', async () => {
  const { a, b, id } = await aBook()
  await a.api.members.change({ id, fields: { note: 'belt liever' } })
  const [segment] = await a.send(['leden'])
  if (!segment) throw new Error('there was a change')
  // An older version, to which the field was unknown, kept the change as it came.
  const head = JSON.parse(segment.lines[1] ?? '')
  const line = JSON.parse(segment.lines[2] ?? '')
  const pending = JSON.stringify({ p: { a: head, device: 'a', line } })
  b.opened.raw
    .prepare(
      "INSERT INTO sync_pending (id, to_scope, table_name, row_id, reason, line) VALUES ('x', 'leden', 'person', ?, 'unknown', ?)",
    )
    .run(id, pending)
  await exchange(b.context, (tx) => b.merge.begin(tx))
  expect(b.rows(`SELECT note FROM person WHERE id = '${id}'`)).toEqual([{ note: 'belt liever' }])
  expect(b.rows('SELECT * FROM sync_pending')).toEqual([])
  await b.hear(segment)
  await settle([a, b])
  expect(await a.digest('leden')).toBe(await b.digest('leden'))
})

test('a value that this version refuses waits, and the rest of the book goes on', async () => {
  const { a, b, id } = await aBook()
  await a.api.members.change({ id, fields: { preferredContact: 'bellen' } })
  await a.api.members.change({ id, fields: { note: 'nog iets' } })
  for (const segment of await a.send(['leden']))
    await b.hear({ ...segment, lines: segment.lines.map((line) => line.replace('"bellen"', '"duif"')) })
  expect(b.rows(`SELECT preferred_contact, note FROM person WHERE id = '${id}'`)).toEqual([
    { preferred_contact: null, note: 'nog iets' },
  ])
  expect(b.rows('SELECT reason FROM sync_pending')).toEqual([{ reason: 'check' }])
})

test('lines of one scope tell nothing of another', async () => {
  const { a, id } = await aBook()
  await duesSteps(a.api).pay(id, 10, { note: 'geheim' })
  await a.api.members.change({ id, fields: { note: 'zichtbaar' } })
  await a.api.members.remove({ personId: id })
  const contributie = (await a.send(['contributie'])).flatMap(({ lines }) => lines)
  expect(contributie.some((line) => line.includes('geheim'))).toBe(true)
  expect(contributie.some((line) => line.includes('zichtbaar') || line.includes('personRemoved'))).toBe(false)
  const leden = (await a.send(['leden'])).flatMap(({ lines }) => lines)
  expect(leden.some((line) => line.includes('geheim') || line.includes('"payment"'))).toBe(false)
})

test('programs that take every amount for that of a month wait for an update where it is for more, and only there', async () => {
  const { a, b } = await aBook()
  const plan = { amountCents: 1000, validFrom: '2026-01-01' as const }
  const needed = async (book: SharedBook) => {
    const segments = await book.send()
    for (const segment of segments) await b.hear(segment)
    return Object.fromEntries(segments.map(({ scope, lines }) => [scope, book.merge.oldestReader(lines)]))
  }
  await a.api.dues.addPlan({ name: 'per maand', ...plan })
  expect(await needed(a)).toEqual({ contributie: 1 })
  await a.api.dues.addPlan({ name: 'per jaar', ...plan, rateMonths: 12 })
  await a.api.neighbourhoods.add({
    name: 'Lindehof',
    areaNote: '"rate_months":12',
    targetSize: 50,
    cadencePerYear: null,
  })
  expect(await needed(a)).toEqual({ leden: 1, contributie: 2 })
  for (const book of [a, b]) {
    const oldest = async (scope: Segment['scope']) =>
      book.merge.oldestReader(await exchange(book.context, (tx) => book.merge.snapshotLines(tx, scope)))
    expect([await oldest('leden'), await oldest('contributie')]).toEqual([1, 2])
  }
})
