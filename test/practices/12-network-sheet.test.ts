// The network of city villages: one page per association, with numbers, themes and the question it brings. Nobody is named.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aNeighbourhood } from '../support/people.ts'
import { plainGathering } from '../support/plain-gathering.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'
import { readReport, somebody } from '../support/practice-report.ts'

let book: PracticeBook
beforeEach(async () => {
  book = await openPracticeBook('inner_circles', '2026-09-01')
  const { preset, modules } = await book.api.books.settings({})
  await book.api.books.useModules({ preset, modules: [...modules, 'ideas'] })
})
afterEach(() => book.close())

test('the page for the network says what stands in the book: 10 of 12 groups run well, and few people are not told', async () => {
  const { api } = book
  const plan = await api.dues.addPlan({ name: 'Contributie', amountCents: 1000, validFrom: '2026-01-01' })
  const groups: string[] = []
  for (let number = 1; number <= 12; number += 1) groups.push(await aNeighbourhood(api, `Buurt ${number}`))
  for (const id of groups.slice(0, 10)) await api.neighbourhoods.change({ id, status: 'loopt_goed' })
  for (const name of ['Ada', 'Bo', 'Cem', 'Dina', 'Els', 'Fred'])
    await somebody(book, `${name} Sterk`, {
      neighbourhoodId: groups[0] ?? null,
      fee: name < 'E' ? { planId: plan.id, intervalMonths: 1 } : null,
    })

  book.setDay('2026-10-15')
  const { id } = await api.gatherings.plan({
    ...plainGathering,
    groupId: groups[0] ?? null,
    day: '2026-10-15',
    title: 'Theemiddag',
    theme: 'Wonen met zorg',
  })
  await api.gatherings.complete({ gatheringId: id })
  const point = { neighbourhoodId: null, broughtDay: null, answer: null }
  await api.workingGroup.savePoint({ ...point, id: null, kind: 'vraag', words: 'Wie rijdt er?', day: '2026-09-20' })
  await api.workingGroup.savePoint({
    ...point,
    id: null,
    kind: 'vraag',
    words: 'Hoe vindt u jongeren?',
    day: '2026-11-01',
  })
  await api.workingGroup.savePoint({ ...point, id: null, kind: 'goed', words: 'De soepronde', day: '2026-11-01' })
  book.setDay('2026-11-26')

  const { facts, items, page } = await readReport(book, 'network_sheet', '2026-01-01', '2026-11-26')
  expect(facts).toEqual({
    groups: { kind: 'count', n: 12 },
    running_well: { kind: 'share', part: 10, whole: 12 },
    members: { kind: 'persons', n: 6 },
    paying_people: { kind: 'persons', n: null },
    fee_a_month: { kind: 'cents', cents: 1000 },
    gatherings_held: { kind: 'count', n: 1 },
  })
  expect(items('themes_of_gatherings')).toEqual(['Wonen met zorg'])
  expect(items('our_question')).toEqual(['Hoe vindt u jongeren?'])
  expect(items('goes_well')).toEqual(['De soepronde'])
  expect(JSON.stringify(page)).not.toMatch(/Sterk/)
})

test('of an earlier year it says who were there at the end of it, leaves out what came later, and says what is of today', async () => {
  const { api } = book
  book.setDay('2025-03-01')
  const old = await aNeighbourhood(api, 'Buurt oud')
  for (const name of ['Ada', 'Bo', 'Cem', 'Dina', 'Els'])
    await somebody(book, `${name} Sterk`, { neighbourhoodId: old })
  book.setDay('2026-09-01')
  await aNeighbourhood(api, 'Buurt nieuw')
  for (const name of ['Fred', 'Gijs'])
    await somebody(book, `${name} Sterk`, {
      neighbourhoodId: old,
      membership: { kind: 'lid', from: '2026-09-01', number: null },
    })
  const then = await readReport(book, 'network_sheet', '2025-01-01', '2025-12-31')
  expect(then.facts).toMatchObject({ groups: { n: 1 }, members: { n: 5 }, running_well: { whole: 1 } })
  const saysOfToday = ({ page }: { page: unknown }) => JSON.stringify(page).includes('network_sheet_of_now')
  expect(saysOfToday(then)).toBe(true)
  const now = await readReport(book, 'network_sheet', '2026-01-01', '2026-12-31')
  expect(now.facts).toMatchObject({ groups: { n: 2 }, members: { n: 7 } })
  expect(saysOfToday(now)).toBe(false)
})

test('a question that was brought leaves the page, with what the others said kept beside it', async () => {
  const { api } = book
  const asked = { kind: 'vraag' as const, words: 'Wie rijdt er?', neighbourhoodId: null, day: '2026-09-01' }
  const { id } = await api.workingGroup.savePoint({ ...asked, id: null, broughtDay: null, answer: null })
  await api.workingGroup.savePoint({ ...asked, id, broughtDay: '2026-09-01', answer: 'Vraag de taxi.' })
  const { items } = await readReport(book, 'network_sheet', '2026-01-01', '2026-11-26')
  expect(items('our_question')).toEqual([])
  expect(await api.workingGroup.points({})).toMatchObject([{ broughtDay: '2026-09-01', answer: 'Vraag de taxi.' }])
})
