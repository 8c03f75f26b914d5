// What people take along from around the neighbourhood: organisations, money, ideas.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { findFunding, listOrganisations } from '../organisations/organisation-queries.ts'
import { findIdeas } from '../working-group/working-group-queries.ts'
import type { ExportWords } from './export-words.ts'
import { dayCell, type ExportTable, moneyCell, textCell } from './exported-list.ts'

export async function exportOrganisations(db: Reader, today: Day, { words }: ExportWords): Promise<ExportTable> {
  const column = words.columns
  return {
    title: words.lists.organisations,
    headings: [
      column.organisation,
      column.kind,
      column.what,
      column.forWhom,
      column.district,
      column.contact,
      column.phone,
      column.memberSince,
    ],
    rows: (await listOrganisations(db, today)).map((each) => [
      textCell(each.name),
      textCell(words.organisationKinds[each.kind]),
      textCell(each.what),
      textCell(each.forWhom),
      textCell(each.district),
      textCell(each.contactName),
      textCell(each.phone),
      dayCell(each.memberSince),
    ]),
  }
}

export async function exportFunding(db: Reader, today: Day, { words }: ExportWords): Promise<ExportTable> {
  const column = words.columns
  return {
    title: words.lists.funding,
    headings: [
      column.funder,
      column.organisation,
      column.what,
      column.amount,
      column.kind,
      column.fromDay,
      column.lastDay,
      column.note,
    ],
    rows: (await findFunding(db, today)).map((line) => [
      textCell(line.funder),
      textCell(line.organisationName),
      textCell(line.offerName),
      moneyCell(line.amountCents),
      textCell(words.fundingKinds[line.kind]),
      dayCell(line.from),
      dayCell(line.lastDay),
      textCell(line.note),
    ]),
  }
}

/** One row for each time an idea was tried; an idea that nobody tried has one row too. */
export async function exportIdeas(db: Reader, { words }: ExportWords): Promise<ExportTable> {
  const column = words.columns
  return {
    title: words.lists.ideas,
    headings: [
      column.idea,
      column.neighbourhood,
      column.day,
      column.triedBy,
      column.triedOn,
      column.worked,
      column.note,
    ],
    rows: (await findIdeas(db)).flatMap((idea) => {
      const own = [textCell(idea.what), textCell(idea.neighbourhoodName ?? idea.fromWords), dayCell(idea.day)]
      if (idea.trials.length === 0) return [[...own, textCell(''), textCell(''), textCell(''), textCell('')]]
      return idea.trials.map((trial) => [
        ...own,
        textCell(trial.neighbourhoodName ?? trial.byWords),
        dayCell(trial.day),
        textCell(words.trialResults[trial.worked]),
        textCell(trial.note),
      ])
    }),
  }
}
