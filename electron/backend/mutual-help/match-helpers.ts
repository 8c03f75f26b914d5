// Who could be asked: what they offer, when, how near, and before all that what they said of their own limits.

import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import { isThere, mayBeAsked, nearnesses, nearnessOf, type Whereabouts } from '../../../shared/domain/mutual-help.ts'
import { liveRow } from '../database/rows.ts'
import type { Reader } from '../database/transaction.ts'
import { peopleRestricted } from '../rights/left-out.ts'
import { givenSince } from './act-queries.ts'
import { neighboursById } from './neighbour-queries.ts'
import { helpersOn, helpInMonth } from './offer-queries.ts'

/** Of those who live equally near, who did least lately comes first: the same neighbour is not asked every time. */
const daysOfLately = 90

export async function matchHelpers(db: Reader, requestId: string, today: Day) {
  const request = await liveRow(db, 'help_request', requestId)
  const day = request.wanted_by !== null && request.wanted_by > today ? request.wanted_by : today
  const [asker] = request.person_id === null ? [] : (await neighboursById(db, [request.person_id], today)).values()
  const place: Whereabouts = asker?.whereabouts ?? {
    street: '',
    postcode: '',
    city: '',
    groupIds: request.neighbourhood_id === null ? [] : [request.neighbourhood_id],
  }
  const offered = (await helpersOn(db, today)).filter(
    ({ neighbour, categories }) =>
      categories.includes(request.category) &&
      neighbour.id !== request.person_id &&
      neighbour.id !== request.asked_by_person_id,
  )
  const restricted = await peopleRestricted(db)
  const offering = offered.filter(({ neighbour }) => !restricted.has(neighbour.id))
  // Whoever was asked for this already is not kept from it by being asked.
  const inMonth = await helpInMonth(db, day, { today, except: request.id })
  const thatMonth = (id: string) => inMonth.get(id) ?? 0
  const lately = await givenSince(db, addDays(today, -daysOfLately))
  const willing = offering.filter(
    ({ neighbour, perMonth, pausedUntil }) =>
      mayBeAsked({ perMonth, pausedUntil, thatMonth: thatMonth(neighbour.id) }, day) === 'yes',
  )
  const there = willing.filter(({ times }) => isThere(times, request.wanted_time))
  return {
    helpers: there
      .map(({ neighbour, times, perMonth, words }) => ({
        personId: neighbour.id,
        name: neighbour.name,
        address: neighbour.address,
        phone: neighbour.phone,
        preferredContact: neighbour.preferredContact,
        nearness: nearnessOf(place, neighbour.whereabouts),
        times: [...times],
        perMonth,
        thatMonth: thatMonth(neighbour.id),
        words,
      }))
      // The list is by last name already, and a sort keeps the order of equals.
      .sort(
        (a, b) =>
          nearnesses.indexOf(a.nearness) - nearnesses.indexOf(b.nearness) ||
          (lately.get(a.personId) ?? 0) - (lately.get(b.personId) ?? 0),
      ),
    restricted: offered.length - offering.length,
    resting: offering.length - willing.length,
    otherTimes: willing.length - there.length,
  }
}
