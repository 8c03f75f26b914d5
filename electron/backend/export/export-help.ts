import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { helpersOn } from '../mutual-help/offer-queries.ts'
import { isNew, newcomersLike } from '../newcomers/newcomer-queries.ts'
import { peopleRestricted } from '../rights/left-out.ts'
import type { ExportWords } from './export-words.ts'
import { dayCell, type ExportTable, numberCell, textCell } from './exported-list.ts'

/** Who would gladly do what, and when. What was given and got is on no list. */
export async function exportHelpOffers(db: Reader, today: Day, { words, help }: ExportWords): Promise<ExportTable> {
  const restricted = await peopleRestricted(db)
  const helpers = (await helpersOn(db, today)).filter(({ neighbour }) => !restricted.has(neighbour.id))
  const column = words.columns
  return {
    title: words.lists.helpOffers,
    headings: [
      column.name,
      column.address,
      column.mobile,
      column.neighbourhood,
      column.offers,
      column.offersWhen,
      column.perMonth,
      column.pausedUntil,
      column.note,
    ],
    rows: helpers.map(({ neighbour, categories, times, perMonth, pausedUntil, words: own }) => [
      textCell(neighbour.name),
      textCell(neighbour.address),
      textCell(neighbour.phone),
      textCell(neighbour.groups.map(({ name }) => name).join(', ')),
      textCell(categories.map((category) => help.categories[category]).join(', ')),
      textCell(times.length === 0 ? help.timesAny : times.map((time) => help.times[time]).join(', ')),
      numberCell(perMonth),
      dayCell(pausedUntil),
      textCell(own),
    ]),
  }
}

/** Who is new here, and what was done to welcome them. */
export async function exportNewcomers(db: Reader, today: Day, { words, newcomers }: ExportWords): Promise<ExportTable> {
  const restricted = await peopleRestricted(db)
  const listed = (await newcomersLike(db, today)).filter((each) => isNew(each) && !restricted.has(each.personId))
  const column = words.columns
  const steps = newcomers.steps
  return {
    title: words.lists.newcomers,
    headings: [
      column.name,
      column.address,
      column.mobile,
      column.neighbourhood,
      column.preferredContact,
      column.arrived,
      steps.contact,
      steps.informed,
      steps.visited,
      column.invitedBy,
    ],
    rows: listed.map((newcomer) => [
      textCell(newcomer.name),
      textCell(newcomer.address),
      textCell(newcomer.phone),
      textCell(newcomer.groupNames.join(', ')),
      textCell(newcomer.preferredContact && words.contacts[newcomer.preferredContact]),
      dayCell(newcomer.arrivedDay),
      ...newcomer.steps.map(({ day }) => dayCell(day)),
      textCell(newcomer.invitedBy && !restricted.has(newcomer.invitedBy.id) ? newcomer.invitedBy.name : null),
    ]),
  }
}
