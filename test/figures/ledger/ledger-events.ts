// Things that happen to dues, each with random people, amounts and days.

import { insertRows } from '../../../electron/backend/database/insert-rows.ts'
import { write } from '../../../electron/backend/database/write.ts'
import { CallError } from '../../../shared/contract/create-client.ts'
import { addDays, yearOf } from '../../../shared/domain/calendar-date.ts'
import { earliestCollectDay } from '../../../shared/domain/collection-days.ts'
import { returnCodes } from '../../../shared/domain/return-code.ts'
import { targetDayFrom } from '../../../shared/domain/target-days.ts'
import { aBankFile, anEntry, aStatement, takeInFile } from '../../support/bank-book.ts'
import type { OpenTestBook } from '../../support/open-book.ts'
import type { Random } from '../../support/random.ts'

/** What one sequence is about: people of its own in a book that others were in before. */
export interface World {
  readonly people: readonly string[]
  readonly plans: readonly string[]
  /** The newest action before the sequence began. */
  readonly firstAction: string
}

type Event = (book: OpenTestBook, world: World, random: Random) => Promise<unknown>
export type Events = Readonly<Record<string, Event>>

const months = ['01', '02', '03', '05', '07', '09', '11'] as const
const firstOfMonth = (random: Random) => `2026-${random.pick(months) ?? '01'}-01`
const reasons = ['bounced', 'mistake', 'double'] as const

const amounts = [
  { amountCents: 500, rateMonths: 1 },
  { amountCents: 1000, rateMonths: 1 },
  // Does not divide into twelve.
  { amountCents: 2500, rateMonths: 12 },
] as const

/** Two people in one household and one alone, two plans, and agreements for most of them. */
export async function makeWorld(book: OpenTestBook, random: Random): Promise<World> {
  const { api, context } = book
  const [shared, alone] = [context.newId(), context.newId()]
  const homes = [shared, shared, alone]
  const people = homes.map(() => context.newId())
  await write(context, { kind: 'peopleImported' }, async (tx) => {
    const address = { street: 'Lijsterpad', house_suffix: '', postcode: '', city: '' }
    await insertRows(
      tx,
      'household',
      [shared, alone].map((id) => ({ id, ...address, house_number: 5 })),
    )
    const name = { infix: '', last_name: 'Pinas', called: '', sort_name: 'pinas' }
    await insertRows(
      tx,
      'person',
      people.map((id, at) => ({ id, household_id: homes[at] ?? alone, first_name: 'Joyce', ...name })),
    )
    await insertRows(
      tx,
      'membership',
      people.map((id) => ({ id: context.newId(), person_id: id, kind: 'lid', from_day: '2025-06-01' })),
    )
  })
  const plans = []
  for (const { amountCents, rateMonths } of amounts) {
    const plan = { name: `Plan ${amountCents}`, amountCents, rateMonths, validFrom: '2025-01-01' }
    plans.push((await api.dues.addPlan(plan)).id)
  }
  await api.directDebit.saveAccount({
    holder: 'Stadsdorp Oosterweide',
    iban: 'NL91 ABNA 0417 1643 00',
    creditorId: 'NL51ZZZ405365330000',
    itemLimitCents: null,
    monthLimitCents: null,
    noticeDays: 1,
    painVersion: '08',
  })
  for (const personId of people) if (random.chance(0.7)) await addMandate(book, personId)
  const firstAction = (await api.history.lastAction({}))?.id ?? ''
  const world = { people, plans, firstAction }
  for (const personId of world.people) if (random.chance(0.8)) await agree(book, world, random, personId)
  return world
}

const addMandate = ({ api }: OpenTestBook, personId: string) =>
  api.directDebit.addMandate({
    personId,
    reference: '',
    kind: 'RCUR',
    holder: 'Joyce Pinas',
    iban: 'NL13TEST0123456789',
    signedOn: '2025-10-01',
    usedBeforeOn: null,
  })

async function agree({ api }: OpenTestBook, world: World, random: Random, personId = random.pick(world.people) ?? '') {
  const { payerChoices } = await api.dues.person({ personId })
  const payer = random.pick([...payerChoices, { kind: 'person' as const, id: random.pick(world.people) ?? '' }])
  const kind = random.pick(['none', 'none', 'none', 'amount', 'percent', 'exempt'] as const) ?? 'none'
  const value = kind === 'amount' ? 50 * random.below(11) : kind === 'percent' ? 1 + random.below(100) : 0
  const until = random.chance(0.5) ? firstOfMonth(random) : null
  await api.dues.agree({
    personId,
    fromDay: random.chance(0.5) ? '2026-01-01' : firstOfMonth(random),
    planId: random.pick(world.plans) ?? '',
    intervalMonths: random.pick([1, 1, 3, 6, 12] as const) ?? 1,
    anchorDay: null,
    payer: payer ? { kind: payer.kind, id: payer.id } : null,
    reduction: kind === 'none' ? null : { kind, value, reason: null, until },
    method: random.pick(['overboeking', 'incasso'] as const) ?? 'overboeking',
  })
}

async function someDue({ api }: OpenTestBook, world: World, random: Random) {
  const { dues } = await api.dues.person({ personId: random.pick(world.people) ?? '' })
  return random.pick(dues)
}

async function somePayer({ api }: OpenTestBook, world: World, random: Random) {
  const { payer } = await api.dues.person({ personId: random.pick(world.people) ?? '' })
  return { kind: payer.kind, id: payer.id }
}

/** A line of a bank file that says nothing a matcher would know; its id. */
async function bankLine({ api, context }: OpenTestBook, random: Random, cents: number): Promise<string> {
  const said = context.newId()
  const entry = anEntry({
    cents,
    bookDay: '2026-01-02',
    counterIban: null,
    counterName: null,
    text: said,
    bankRef: said,
  })
  await takeInFile(
    context,
    aBankFile([aStatement([{ ...entry, bookDay: random.chance(0.5) ? entry.bookDay : dayBefore(context.today()) }])]),
    { bytes: Buffer.from(said) },
  )
  const { lines } = await api.bank.toAssign({})
  return lines.find(({ text }) => text.includes(said))?.id ?? 'none'
}

const dayBefore = (day: string) => addDays(day, -1)

const collectAll = ({ api, context }: OpenTestBook) =>
  api.directDebit.make({
    collectDay: targetDayFrom(earliestCollectDay(context.today(), 1)),
    text: 'Contributie',
    without: [],
  })

async function settle(book: OpenTestBook, collectionId: string) {
  const { days } = await book.api.directDebit.collection({ collectionId })
  // Nobody can write it down before the bank's own day.
  if (book.context.today() < days.collectDay) book.setDay(days.collectDay)
  return book.api.directDebit.settle({ collectionId, day: days.collectDay })
}

async function someCollection({ api }: OpenTestBook, random: Random) {
  const { collections } = await api.directDebit.overview({})
  return random.pick(collections.slice(0, 3))?.id ?? 'none'
}

async function somePayment({ api }: OpenTestBook, world: World, random: Random) {
  const { payments } = await api.dues.person({ personId: random.pick(world.people) ?? '' })
  return random.pick(payments)
}

export const events: Events = {
  agree: (book, world, random) => agree(book, world, random),
  stop: ({ api }, world, random) =>
    api.dues.endAgreement({ personId: random.pick(world.people) ?? '', untilDay: firstOfMonth(random) }),
  leave: ({ api }, world, random) =>
    api.members.end({ personId: random.pick(world.people) ?? '', day: firstOfMonth(random), reason: 'opgezegd' }),
  rejoin: ({ api }, world, random) =>
    api.members.rejoin({
      personId: random.pick(world.people) ?? '',
      kind: 'lid',
      day: firstOfMonth(random),
      neighbourhoodId: null,
      fee: random.chance(0.7) ? { planId: random.pick(world.plans) ?? '', intervalMonths: 1 } : null,
    }),
  rate: ({ api }, world, random) =>
    api.dues.setRate({
      planId: random.pick(world.plans) ?? '',
      amountCents: 100 * random.below(16),
      validFrom: random.chance(0.3) ? '2025-01-01' : firstOfMonth(random),
    }),
  run: ({ api }) => api.dues.run({}),
  runAgain: ({ api }) => api.dues.run({}),
  pay: async ({ api, context }, world, random) => {
    const personId = random.pick(world.people) ?? ''
    const { payer } = await api.dues.person({ personId })
    return api.dues.recordPayment({
      payer: random.chance(0.7) ? { kind: payer.kind, id: payer.id } : { kind: 'person', id: personId },
      amountCents: 50 * (1 + random.below(150)),
      day: context.today(),
      method: 'overboeking',
      note: null,
      parts: null,
      notDouble: true,
    })
  },
  payChosen: async (book, world, random) => {
    const due = await someDue(book, world, random)
    const { payer } = await book.api.dues.person({ personId: random.pick(world.people) ?? '' })
    return book.api.dues.recordPayment({
      payer: { kind: payer.kind, id: payer.id },
      amountCents: 50 * (1 + random.below(60)),
      day: book.context.today(),
      method: 'contant',
      note: null,
      // Often too much, or of another payer: the rules must say no.
      parts: due ? [{ dueId: due.id, cents: 50 * (1 + random.below(40)) }] : [],
      notDouble: true,
    })
  },
  reverse: async (book, world, random) => {
    const payment = await somePayment(book, world, random)
    const reason = random.pick(reasons) ?? 'mistake'
    return book.api.dues.reversePayment({ paymentId: payment?.id ?? 'none', reason })
  },
  loosen: async (book, world, random) => {
    const due = await someDue(book, world, random)
    const paid = random.pick(due?.paidBy ?? [])
    return book.api.dues.reverseAllocation({ paymentId: paid?.paymentId ?? 'none', dueId: due?.id ?? 'none' })
  },
  refund: async ({ api, context }, world, random) => {
    const { payer, status } = await api.dues.person({ personId: random.pick(world.people) ?? '' })
    return api.dues.refund({
      payer: { kind: payer.kind, id: payer.id },
      amountCents: Math.max(1, random.below(status.creditCents + 200)),
      day: context.today(),
      method: 'contant',
      note: null,
    })
  },
  /** Given back, and then taken back by the bank as well: the payer owes it. */
  givenBackTwice: async (book, world, random) => {
    const { api, context } = book
    const paid = {
      ...{ payer: await somePayer(book, world, random), amountCents: 50 * (1 + random.below(60)) },
      ...{ day: context.today(), note: null },
    }
    const { id: paymentId } = await api.dues.recordPayment({
      ...paid,
      ...{ method: 'overboeking', parts: [], notDouble: true },
    })
    await api.dues.refund({ ...paid, method: 'contant' })
    return api.dues.reversePayment({ paymentId, reason: 'bounced' })
  },
  writeOffOwedBack: async (book, world, random) =>
    book.api.dues.writeOffOwedBack({ payer: await somePayer(book, world, random), note: 'Komt niet meer terug' }),
  bankPay: async (book, world, random) => {
    const cents = 50 * (1 + random.below(120))
    const part = random.chance(0.3) ? 50 * random.below(cents / 50) : 0
    const lineId = await bankLine(book, random, cents)
    const parts = [{ payer: await somePayer(book, world, random), cents: cents - part }]
    if (part > 0) parts.push({ payer: await somePayer(book, world, random), cents: part })
    return book.api.bank.assign({ lineId, parts })
  },
  bankRelease: async ({ api }, _world, random) => {
    const { rows } = await api.bank.done({ limit: 5 })
    return api.bank.release({ lineId: random.pick(rows)?.id ?? 'none' })
  },
  bankRefund: async (book, world, random) => {
    for (const personId of world.people) {
      const { payer, status } = await book.api.dues.person({ personId })
      if (status.creditCents <= 0 && random.chance(0.9)) continue
      const lineId = await bankLine(book, random, -Math.max(1, random.below(status.creditCents + 100)))
      return book.api.bank.bookAsRefund({ lineId, payer: { kind: payer.kind, id: payer.id } })
    }
    throw new CallError('notFound', { table: 'payment' })
  },
  collect: async (book, _world, random) => {
    const { ids } = await collectAll(book)
    if (random.chance(0.6)) await settle(book, ids[0] ?? 'none')
  },
  settle: async (book, _world, random) => settle(book, await someCollection(book, random)),
  bankReturn: async (book, _world, random) => {
    const { items } = await book.api.directDebit.collection({ collectionId: await someCollection(book, random) })
    const itemId = random.pick(items)?.id ?? 'none'
    return book.api.directDebit.recordReturn({
      itemId,
      code: random.pick(returnCodes) ?? 'MD06',
      day: book.context.today(),
    })
  },
  cancelCollection: async (book, _world, random) =>
    book.api.directDebit.cancel({ collectionId: await someCollection(book, random) }),
  close: async ({ api, context }, _world, random) => {
    await api.dues.run({})
    const { toClose } = await api.bookkeeping.year({ year: null })
    // The year before the first is over from the beginning, and closed at once it would leave little to happen.
    const isEarly = yearOf(context.today()) === 2026 && random.chance(0.9)
    return api.bookkeeping.closeYear({ year: isEarly ? 2026 : (toClose ?? 2026) })
  },
  waive: async (book, world, random) => {
    const due = await someDue(book, world, random)
    const amountCents = random.chance(0.5) ? null : 50 * (1 + random.below(20))
    return book.api.dues.waive({ dueId: due?.id ?? 'none', amountCents, reason: 'board' })
  },
  unwaive: async (book, world, random) =>
    book.api.dues.reverseWaiver({ dueId: (await someDue(book, world, random))?.id ?? 'none' }),
  opening: ({ api }, world, random) =>
    api.dues.addOpeningBalance({
      personId: random.pick(world.people) ?? '',
      amountCents: 50 * (1 + random.below(100)),
      day: '2025-12-31',
    }),
  dropOpening: async (book, world, random) =>
    book.api.dues.reverseOpeningBalance({ dueId: (await someDue(book, world, random))?.id ?? 'none' }),
  undo: async (book, world, random) => {
    const { actions } = await book.api.history.list({ limit: 30 })
    const since = actions.findIndex(({ id }) => id === world.firstAction)
    const own = actions.slice(0, since < 0 ? actions.length : since)
    return book.api.history.undo({ actionId: random.pick(own)?.id ?? 'none' })
  },
  undoLast: ({ api }) => api.history.undo({}),
}

/** False when a rule said no; nothing happened then. A bug is thrown on. */
export async function doEvent(possible: Events, name: string, book: OpenTestBook, world: World, random: Random) {
  try {
    await possible[name]?.(book, world, random)
    return true
  } catch (error) {
    if (error instanceof CallError && error.code !== 'unexpected' && error.code !== 'badInput') return false
    throw error
  }
}
