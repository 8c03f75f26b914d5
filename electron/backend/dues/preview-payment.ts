// What an amount would pay and what is then true, before anything is written.

import type { ChosenPart } from '../../../shared/domain/allocation.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { OpenMonth } from '../../../shared/domain/dues-status.ts'
import { unsettledMonths } from '../../../shared/domain/dues-status.ts'
import type { BookContext } from '../context.ts'
import { findNames } from '../members/person-queries.ts'
import type { AccountDue, AccountState } from './account-state.ts'
import { aheadOf, loadAccount, standingWith } from './account-state.ts'
import type { PayerRef } from './payer-accounts.ts'
import { payerView } from './payer-views.ts'
import { broughtByBankOn, linesFor, looksDouble } from './record-payment.ts'

interface PaidMonth extends OpenMonth {
  /** A month to come: there is no due for it yet. */
  readonly ahead: boolean
  /** Nothing of the month remains open. */
  readonly whole: boolean
}

export async function previewPayment(
  context: BookContext,
  input: { payer: PayerRef; amountCents: number; day: Day | null; parts: readonly ChosenPart[] | null },
) {
  const { db } = context
  const state = await loadAccount(db, input.payer, context.today())
  const names = await findNames(db, [...state.people])
  const nameOf = (personId: string) => names.get(personId) ?? ''
  const day = input.day ?? context.today()
  const lines = linesFor(state, { id: 'new', amountCents: input.amountCents, day, parts: input.parts })
  const after = afterPaying(state, input.amountCents, lines)
  const ahead = aheadOf(after)
  const paid = paidByPerson(state, lines)
  for (const month of ahead.covered) monthsOf(paid, month.personId).months.push({ ...month, ahead: true, whole: true })
  const months = [...paid.values()].flatMap((person) => person.months)
  const opening = [...paid.values()].reduce((sum, person) => sum + person.openingCents, 0)
  const whole = months.filter((month) => month.whole)
  const prices = new Set(whole.map((month) => month.cents))
  return {
    payer: await payerView(db, state.payer),
    openCents: state.dues.reduce((sum, due) => sum + due.openCents, 0),
    creditCents: state.creditCents,
    owedBack: {
      paidCents: Math.min(input.amountCents, Math.max(0, -state.creditCents)),
      leftCents: Math.max(0, -after.creditCents),
    },
    lines: [...paid].map(([personId, person]) => ({
      personId,
      name: nameOf(personId),
      openingCents: person.openingCents,
      months: person.months.map(({ start, cents, ahead, whole }) => ({ start, cents, ahead, whole })),
      cents: person.openingCents + person.months.reduce((sum, month) => sum + month.cents, 0),
    })),
    wholeMonths: whole.length,
    monthCents: prices.size === 1 ? ([...prices][0] ?? null) : null,
    fits: months.length > 0 && opening === 0 && ahead.restCents === 0 && whole.length === months.length,
    restCents: ahead.restCents,
    after: state.people
      .filter((personId) => state.dues.some((due) => due.personId === personId) || paid.has(personId))
      .map((personId) => {
        const { paidUntil, openCents } = standingWith(after, personId, ahead.covered)
        return { personId, name: nameOf(personId), paidUntil, openCents }
      }),
    open: state.dues
      .filter((due) => due.openCents > 0)
      .map((due) => ({
        dueId: due.id,
        personId: due.personId,
        name: nameOf(due.personId),
        kind: due.kind,
        periodStart: due.periodStart,
        periodEnd: due.periodEnd,
        openCents: due.openCents,
      })),
    looksDouble: input.amountCents > 0 && looksDouble(state, input.amountCents, day),
    byBankOn: input.amountCents > 0 ? broughtByBankOn(state, input.amountCents, day) : null,
  }
}

type Lines = ReturnType<typeof linesFor>
type PaidByPerson = Map<string, { openingCents: number; months: PaidMonth[] }>

function monthsOf(paid: PaidByPerson, personId: string) {
  const known = paid.get(personId)
  if (known) return known
  const made = { openingCents: 0, months: [] }
  paid.set(personId, made)
  return made
}

/** Which months of which person the lines pay, in the order of the dues. */
function paidByPerson(state: AccountState, lines: Lines): PaidByPerson {
  const paid: PaidByPerson = new Map()
  const byDue = centsByDue(lines)
  for (const due of state.dues) {
    const cents = byDue.get(due.id)
    if (cents === undefined) continue
    const person = monthsOf(paid, due.personId)
    if (due.kind === 'opening') person.openingCents += cents
    else person.months.push(...monthsPaid(due, cents))
  }
  return paid
}

function monthsPaid(due: AccountDue, cents: number): PaidMonth[] {
  let left = cents
  const paid: PaidMonth[] = []
  for (const month of unsettledMonths(due.standing)) {
    if (left <= 0) break
    const part = Math.min(left, month.cents)
    left -= part
    paid.push({ start: month.start, cents: part, ahead: false, whole: part === month.cents })
  }
  return paid
}

function afterPaying(state: AccountState, amountCents: number, lines: Lines): AccountState {
  const byDue = centsByDue(lines)
  const used = lines.reduce((sum, line) => sum + line.cents, 0)
  return {
    ...state,
    creditCents: state.creditCents + amountCents - used,
    dues: state.dues.map((due) => {
      const cents = byDue.get(due.id) ?? 0
      const standing = { ...due.standing, settledCents: due.standing.settledCents + cents }
      return { ...due, openCents: due.openCents - cents, standing }
    }),
  }
}

function centsByDue(lines: Lines): Map<string, number> {
  const sums = new Map<string, number>()
  for (const line of lines) sums.set(line.dueId, (sums.get(line.dueId) ?? 0) + line.cents)
  return sums
}
