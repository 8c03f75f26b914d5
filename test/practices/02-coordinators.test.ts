// Two coordinators a group are the first people to turn to, and make neighbours known to each other; who has a place pays five euros
// a month.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type HelpingBook, openHelpingBook } from '../support/helping-book.ts'
import { tasksButDues } from '../support/tasks-but-dues.ts'

let book: HelpingBook
beforeEach(async () => {
  book = await openHelpingBook('coordinators', '2026-01-01')
})
afterEach(() => book.close())

it('misses a coordinator where there is one of two, and none where there are two', async () => {
  const [hof, kade] = [await book.group('Hof'), await book.group('Kade')]
  const coordinate = async (name: string, groupId: string) =>
    book.api.roles.assign({
      role: 'coordinator',
      neighbourhoodId: groupId,
      side: null,
      personId: await book.neighbour(name, { groupId }),
      from: '2026-01-01',
      plannedEnd: null,
    })
  await coordinate('An Hof', hof)
  await coordinate('Bo Hof', hof)
  await coordinate('Cas Kade', kade)
  const { open } = await book.api.neighbourhoods.list({})
  expect(open.map(({ name, seatState }) => [name, seatState])).toEqual([
    ['Hof', 'bezet'],
    ['Kade', 'kwetsbaar'],
  ])
})

it('is 70 times 5 is 350 euros a month: asked, received and open', async () => {
  const { api } = book
  const plan = await api.dues.addPlan({ name: 'Lid', amountCents: 500, validFrom: '2026-01-01' })
  const people: string[] = []
  for (let at = 0; at < 70; at += 1) {
    const personId = await book.neighbour(`Buur${at} Laan`)
    const agreement = { fromDay: '2026-01-01', planId: plan.id, intervalMonths: 1 as const, anchorDay: null }
    await api.dues.agree({ personId, ...agreement, payer: null, reduction: null, method: 'overboeking' })
    people.push(personId)
  }
  book.setDay('2026-03-31')
  await api.dues.run({})
  for (const personId of people.slice(0, 60)) {
    const { payer } = await api.dues.person({ personId })
    await api.dues.recordPayment({
      payer: { kind: payer.kind, id: payer.id },
      amountCents: 1500,
      day: '2026-03-30',
      method: 'overboeking',
      note: null,
      parts: null,
      notDouble: true,
    })
  }
  const { page } = await api.reports.get({ report: 'dues_months', from: '2026-01-01', until: '2026-03-31' })
  const table = page.blocks.find((block) => block.kind === 'table')
  const months = table?.kind === 'table' ? table.rows.filter(({ isTotal }) => !isTotal) : []
  const cents = (n: number) => ({ kind: 'cents', cents: n })
  expect(months.map(({ cells }) => [cells[1], cells[2], cells[4], cells[5]])).toEqual(
    Array.from({ length: 3 }, () => [{ kind: 'persons', n: 70 }, cents(35_000), cents(30_000), cents(5000)]),
  )
})

it('sees a newcomer introduced by somebody and visited within the days agreed on', async () => {
  const { api } = book
  await api.newcomers.changeTargets({ contactWithin: 7, informedWithin: 14, visitedWithin: 21 })
  const coordinator = await book.neighbour('An Hof')
  const newcomer = await book.neighbour('Nieuw Kom', { since: '2026-01-10' })
  book.setDay('2026-01-18')
  await book.isNew(newcomer, '2026-01-10', { invitedByPersonId: coordinator })
  expect(await tasksButDues(book)).toMatchObject([{ code: 'newcomersWaiting', names: ['Nieuw Kom'] }])
  await api.newcomers.markStep({ personId: newcomer, step: 'contact', day: '2026-01-18' })
  await api.newcomers.markStep({ personId: newcomer, step: 'informed', day: '2026-01-18' })
  book.setDay('2026-01-30')
  await api.newcomers.markStep({ personId: newcomer, step: 'visited', day: '2026-01-30' })
  expect(await tasksButDues(book)).toEqual([])
  const [shown] = (await api.newcomers.list({})).newcomers
  expect(shown?.invitedBy?.name).toBe('An Hof')
  expect(shown?.steps.map(({ state }) => state)).toEqual(['late', 'inTime', 'inTime'])
})
