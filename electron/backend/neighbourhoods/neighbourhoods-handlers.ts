import type { neighbourhoods } from '../../../shared/contract/neighbourhoods.ts'
import { isCurrent, seatRoles } from '../../../shared/domain/role-seats.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { countUnder } from '../members/people-list.ts'
import { findTerms, type NamedSeat, type NamedTerm, rolePatternOf } from '../roles/role-queries.ts'
import {
  addNeighbourhood,
  changeNeighbourhood,
  closeNeighbourhood,
  previewClose,
  removeNeighbourhood,
  reopenNeighbourhood,
} from './change-neighbourhood.ts'
import {
  findNeighbourhood,
  listNames,
  listNeighbourhoods,
  type NeighbourhoodSummary,
  summarise,
} from './neighbourhood-queries.ts'

export const neighbourhoodsHandlers: HandlersOf<typeof neighbourhoods, BookContext> = {
  list: async (_input, { db, today }) => {
    const all = await listNeighbourhoods(db, today())
    const isOpen = (group: NeighbourhoodSummary) => group.activeUntil === null || group.activeUntil > today()
    return {
      today: today(),
      pattern: await rolePatternOf(db),
      open: all.filter(isOpen).map(toSummary),
      closed: all.filter((group) => !isOpen(group)).map(toSummary),
      withoutNeighbourhood: await countUnder(db, { neighbourhood: 'none', kind: 'now', text: '' }, today()),
    }
  },
  names: (_input, { db, today }) => listNames(db, today()),
  get: async ({ id }, { db, today }) => {
    const row = await findNeighbourhood(db, id)
    const pattern = await rolePatternOf(db)
    const [summary] = await summarise(db, [row], today())
    if (!summary) throw new Error('a binnenbuurt has a summary')
    const terms = await findTerms(db, { neighbourhoodId: id })
    const placed = new Set(summary.seats.seats.flatMap((seat) => seat.holders.map((holder) => holder.id)))
    const others = terms.filter((term) => isCurrent(term, today()) && !placed.has(term.id))
    return {
      ...toSummary(summary),
      today: today(),
      pattern,
      areaNote: row.area_note,
      chatLink: row.chat_link,
      cadencePerYear: row.cadence_per_year,
      activeFrom: row.active_from,
      deletedAt: row.deleted_at,
      otherRoles: others
        .filter((term) => !seatRoles(pattern).includes(term.role) || term.role === 'duo_lid')
        .map((term) => ({ ...toHolder(term), role: term.role, side: term.side })),
    }
  },
  add: (plan, context) => addNeighbourhood(context, plan),
  change: async ({ id, ...change }, context) => {
    await changeNeighbourhood(context, id, change)
    return null
  },
  previewClose: ({ id, day }, { db }) => previewClose(db, id, day),
  close: async ({ id, day }, context) => {
    await closeNeighbourhood(context, id, day)
    return null
  },
  reopen: async ({ id }, context) => {
    await reopenNeighbourhood(context, id)
    return null
  },
  remove: async ({ id }, context) => {
    await removeNeighbourhood(context, id)
    return null
  },
}

function toSummary({ seats, ...summary }: NeighbourhoodSummary) {
  return { ...summary, seatState: seats.state, seats: seats.seats.map(toSeat) }
}

function toSeat(seat: NamedSeat) {
  return {
    ...seat,
    holders: seat.holders.map(toHolder),
    next: seat.next === null ? null : toHolder(seat.next),
  }
}

function toHolder(term: NamedTerm) {
  return {
    termId: term.id,
    personId: term.personId,
    name: term.name,
    from: term.from,
    until: term.until,
    plannedEnd: term.plannedEnd,
  }
}
