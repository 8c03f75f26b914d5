// What is open, by payer, by person and by binnenbuurt: three looks at the same amounts.
import type { RemindersOverview } from '../../../shared/contract/reminders.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Reader } from '../database/transaction.ts'
import { allAccounts } from '../dues/payer-accounts.ts'
import { creditByAccount, owedBackOf } from '../dues/payer-credit.ts'
import { payerViews } from '../dues/payer-views.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import { findNames } from '../members/person-queries.ts'
import type { AskedDue } from './open-accounts.ts'
import { type Candidate, reminderCandidates } from './reminder-candidates.ts'
import { accountForLetters, type SentReminder } from './reminder-queries.ts'
import { reminderSettings } from './reminder-settings.ts'

export async function remindersOverview(db: Reader, today: Day): Promise<RemindersOverview> {
  const candidates = (await reminderCandidates(db, today)).sort(byAge)
  const open = candidates.filter(({ account }) => account.cents > 0)
  const viewOf = await payerViews(
    db,
    open.map(({ account }) => account.payer),
  )
  const groups = await groupsOf(db, new Set(open.flatMap(({ account }) => account.people)), today)
  const people = await peopleOf(db, open, groups.of)
  return {
    today,
    openCents: open.reduce((sum, { account }) => sum + account.cents, 0),
    payers: open.map((candidate) => ({
      payer: viewOf(candidate.account.payer),
      cents: candidate.account.cents,
      oldest: oldestOf(candidate.account.dues),
      step: candidate.step,
      sent: candidate.sent.map(sentView),
      pauses: candidate.pauses.map((pause) => ({
        id: pause.id,
        personId: pause.person_id,
        kind: pause.kind,
        reason: pause.reason,
        untilDay: pause.until_day,
      })),
      hasAddress: candidate.address !== null,
      hasEmail: candidate.email !== null,
      neighbourhoodIds: [...new Set(candidate.account.dues.flatMap(({ personId }) => groups.of(personId)))],
    })),
    owedBack: await owedBackOf(db, await creditByAccount(db, await allAccounts(db))),
    people,
    neighbourhoods: neighbourhoodsOf(people, groups.names),
    account: await accountForLetters(db),
    settings: await reminderSettings(db),
  }
}

export const sentView = ({ id, level, day, way, language, cents }: SentReminder) => ({
  id,
  level,
  day,
  way,
  language,
  cents,
})

const oldestOf = (dues: readonly AskedDue[]): Day => dues[0]?.periodStart ?? ''

function byAge(a: Candidate, b: Candidate): number {
  const [oldA, oldB] = [oldestOf(a.account.dues), oldestOf(b.account.dues)]
  if (oldA !== oldB) return oldA < oldB ? -1 : 1
  return b.account.cents - a.account.cents || (a.account.key < b.account.key ? -1 : 1)
}

async function peopleOf(
  db: Reader,
  open: readonly Candidate[],
  groupsOfPerson: (personId: string) => string[],
): Promise<RemindersOverview['people']> {
  const names = await findNames(db, [...new Set(open.flatMap(({ account }) => account.people))])
  return open
    .flatMap(({ account }) =>
      [...Map.groupBy(account.dues, (due) => due.personId)].map(([id, dues]) => ({
        id,
        name: names.get(id) ?? '',
        cents: dues.reduce((sum, due) => sum + due.cents, 0),
        oldest: oldestOf(dues),
        payer: account.payer,
        neighbourhoodIds: groupsOfPerson(id),
      })),
    )
    .sort((a, b) => (a.oldest < b.oldest ? -1 : a.oldest > b.oldest ? 1 : b.cents - a.cents))
}

type Neighbourhoods = RemindersOverview['neighbourhoods']

/** Somebody in two binnenbuurten counts in both; in none, in the line without a name. */
function neighbourhoodsOf(people: RemindersOverview['people'], names: ReadonlyMap<string, string>): Neighbourhoods {
  const sums = new Map<string | null, Neighbourhoods[number]>()
  for (const person of people) {
    const ids: (string | null)[] = person.neighbourhoodIds.length > 0 ? person.neighbourhoodIds : [null]
    for (const id of ids) {
      const known = sums.get(id)
      sums.set(id, {
        id,
        name: id === null ? null : (names.get(id) ?? ''),
        people: (known?.people ?? 0) + 1,
        cents: (known?.cents ?? 0) + person.cents,
        oldest: known && known.oldest < person.oldest ? known.oldest : person.oldest,
      })
    }
  }
  return [...sums.values()].sort((a, b) => b.cents - a.cents)
}

async function groupsOf(db: Reader, personIds: ReadonlySet<string>, today: Day) {
  const rows = await rowsOf<{ person: string; id: string; name: string }>(
    db,
    `SELECT DISTINCT m.person_id AS person, n.id, n.name FROM neighbourhood_membership m JOIN neighbourhood n ON n.id = m.neighbourhood_id
      WHERE m.deleted_at IS NULL AND n.deleted_at IS NULL AND m.from_day <= ?1 AND (m.until_day IS NULL OR m.until_day > ?1)
      AND m.person_id IN (SELECT value FROM json_each(?2)) ORDER BY n.name`,
    [today, idList(personIds)],
  )
  const byPerson = Map.groupBy(rows, (row) => row.person)
  return {
    of: (personId: string) => (byPerson.get(personId) ?? []).map((row) => row.id),
    names: new Map(rows.map((row) => [row.id, row.name])),
  }
}
