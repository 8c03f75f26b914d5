// What neighbours would gladly do, and how much of it they did this month.
import { addMonths, type Day, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { type HelpCategory, type HelpTime, helpCategories, mayBeAsked } from '../../../shared/domain/mutual-help.ts'
import type { Row } from '../database/schema.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { giverId, offerId } from './help-table.ts'
import { type Neighbour, neighboursById } from './neighbour-queries.ts'

export interface Helper {
  readonly neighbour: Neighbour
  readonly categories: readonly HelpCategory[]
  /** Empty: at any time that suits both. */
  readonly times: readonly HelpTime[]
  readonly perMonth: number | null
  readonly pausedUntil: Day | null
  readonly words: string | null
}

/** Everybody who offers something and still belongs, by last name; with `personIds` only these. */
export async function helpersOn(db: Reader, today: Day, personIds?: readonly string[]): Promise<Helper[]> {
  let offers = db.selectFrom('help_offer').select(['person_id', 'category']).where('deleted_at', 'is', null)
  if (personIds) offers = offers.where('person_id', 'in', [...personIds])
  const byPerson = Map.groupBy(await offers.execute(), (offer) => offer.person_id)
  const ids = [...byPerson.keys()]
  const neighbours = await neighboursById(db, ids, today)
  const givers = await giversOf(db)
  return [...neighbours.values()]
    .filter((neighbour) => neighbour.isHere)
    .map((neighbour) => {
      const giver = givers.get(neighbour.id)
      const offered = (byPerson.get(neighbour.id) ?? []).map(({ category }) => category)
      return {
        neighbour,
        categories: helpCategories.filter((category) => offered.includes(category)),
        times: giver ? timesOf(giver) : [],
        perMonth: giver?.per_month ?? null,
        pausedUntil: giver?.paused_until && giver.paused_until > today ? giver.paused_until : null,
        words: giver?.words ?? null,
      }
    })
    .sort((a, b) => (a.neighbour.sortName < b.neighbour.sortName ? -1 : 1))
}

/** As the screens show somebody who offers help. */
export function helperView(helper: Helper, thisMonth: number, today: Day) {
  const { neighbour, categories, times, perMonth, pausedUntil, words } = helper
  return {
    personId: neighbour.id,
    name: neighbour.name,
    address: neighbour.address,
    categories: [...categories],
    times: [...times],
    perMonth,
    pausedUntil,
    words,
    thisMonth,
    standing: mayBeAsked({ perMonth, pausedUntil, thatMonth: thisMonth }, today),
  }
}

/**
 * Per person what they did in the month of a day, with what they agreed to do or were asked for and can still be done in it: that is
 * never before today, whenever it was asked or wanted.
 * @param except a request that is not counted
 */
export async function helpInMonth(
  db: Reader,
  day: Day,
  { today, except }: { readonly today: Day; readonly except?: string },
): Promise<Map<string, number>> {
  const from = startOfMonth(day)
  const until = addMonths(from, 1)
  const acts = await db
    .selectFrom('help_act')
    .select((eb) => ['giver_person_id as id', eb.fn.countAll<number>().as('count')])
    .where('deleted_at', 'is', null)
    .where('outcome', '=', 'gedaan')
    .where('done_day', '>=', from)
    .where('done_day', '<', until)
    .groupBy('giver_person_id')
    .execute()
  const promised = await db
    .selectFrom('help_request')
    .select(['id as request_id', 'helper_person_id as id', 'wanted_by'])
    .where('deleted_at', 'is', null)
    .where('state', 'in', ['voorgesteld', 'afgesproken'])
    // What goes on is counted by what is done of it.
    .where('lasting', '=', 0)
    .execute()
  const toDo = promised
    .map(({ wanted_by, ...one }) => ({ ...one, day: wanted_by !== null && wanted_by > today ? wanted_by : today }))
    .filter((one) => one.request_id !== except && one.day >= from && one.day < until)
    .map(({ id }) => ({ id, count: 1 }))
  const counts = new Map<string, number>()
  for (const { id, count } of [...acts, ...toDo]) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + count)
  return counts
}

export interface Offer {
  readonly personId: string
  readonly categories: readonly HelpCategory[]
  readonly times: readonly HelpTime[]
  readonly perMonth: number | null
  readonly pausedUntil: Day | null
  readonly words: string | null
}

/** Rows of the same ids on every computer: two that write down what one neighbour offers have one offer, not two. */
export async function saveOffer(tx: Transaction, offer: Offer, today: Day, at: string): Promise<void> {
  const { personId } = offer
  const giver = {
    person_id: personId,
    on_days: offer.times.includes('overdag') ? 1 : 0,
    on_evenings: offer.times.includes('avond') ? 1 : 0,
    on_weekends: offer.times.includes('weekend') ? 1 : 0,
    per_month: offer.perMonth,
    paused_until: offer.pausedUntil,
    words: offer.words || null,
    deleted_at: null,
  }
  await tx
    .insertInto('help_giver')
    .values({ id: giverId(personId), ...giver })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(giver))
    .execute()
  const rows = await tx.selectFrom('help_offer').selectAll().where('person_id', '=', personId).execute()
  const known = new Map(rows.map((row) => [row.category, row]))
  for (const category of helpCategories) {
    const row = known.get(category)
    if (offer.categories.includes(category)) {
      if (row?.deleted_at === null) continue
      const values = { person_id: personId, category, since_day: today, deleted_at: null }
      await tx
        .insertInto('help_offer')
        .values({ id: offerId(personId, category), ...values })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
        .execute()
    } else if (row?.deleted_at === null) {
      await tx.updateTable('help_offer').set({ deleted_at: at }).where('id', '=', row.id).execute()
    }
  }
}

export async function withdrawOffers(tx: Transaction, personId: string, at: string): Promise<void> {
  for (const table of ['help_giver', 'help_offer'] as const)
    await tx
      .updateTable(table)
      .set({ deleted_at: at })
      .where('person_id', '=', personId)
      .where('deleted_at', 'is', null)
      .execute()
}

async function giversOf(db: Reader): Promise<Map<string, Row<'help_giver'>>> {
  const rows = await db.selectFrom('help_giver').selectAll().where('deleted_at', 'is', null).execute()
  return new Map(rows.map((row) => [row.person_id, row]))
}

function timesOf(giver: Row<'help_giver'>): HelpTime[] {
  const times: HelpTime[] = []
  if (giver.on_days === 1) times.push('overdag')
  if (giver.on_evenings === 1) times.push('avond')
  if (giver.on_weekends === 1) times.push('weekend')
  return times
}
