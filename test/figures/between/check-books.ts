// Whether all books agree, from their bare rows: nobody lost, nobody doubled, what one side wrote stands everywhere, and what each
// binnenbuurt was told of the dues is what the association's ledger says.
import { type BetweenBook, groupOf } from '../../support/between-books.ts'
import type { Corrected, Human, Year } from './year.ts'

export interface Disagreements {
  /** Humans who belong to a binnenbuurt and are not in it, in its book or in the association's. */
  readonly lost: number
  /** Rows that are there once too often, and people who are where they do not belong. */
  readonly doubled: number
  /** Fields that differ between two books, or are not what the one who changed them wrote. */
  readonly different: number
  /** Memberships that ended or began anew on the way. */
  readonly memberships: number
  readonly wrongDues: number
}

/** @param tell what is wrong, for whoever looks into a failing year */
export async function checkBooks(year: Year, tell: (fault: string) => void): Promise<Disagreements> {
  const found = { lost: 0, doubled: 0, different: 0, memberships: 0, wrongDues: 0 }
  for (const group of year.groups) {
    const id = await groupOf(year.association, group.name)
    const [here, there] = [rowsIn(group, null), rowsIn(year.association, id)]
    const belongs = year.humans.filter((human) => human.group === group.name)
    for (const human of belongs) {
      const [ours, theirs] = [here, there].map((rows) =>
        rows.filter((row) => row.birth_year === human.birthYear && row.first_name === human.name.firstName),
      )
      const name = `${human.name.firstName} ${human.birthYear} of ${group.name}`
      if (!ours?.[0] || !theirs?.[0]) {
        found.lost += 1
        tell(`${name} is not in ${ours?.[0] ? 'the association' : 'the binnenbuurt'}`)
        continue
      }
      found.different += differences(human, ours[0], theirs[0], (fault) => tell(`${name}: ${fault}`))
      const dues = await wrongDues(year, group, ours[0].id, theirs[0].id)
      found.wrongDues += dues
      if (dues > 0) tell(`${name}: dues`)
    }
    for (const rows of [here, there]) {
      found.doubled += Math.max(0, rows.length - belongs.length)
      if (rows.length > belongs.length) tell(`${group.name}: ${describe(rows)}; ${describe(belongs)}`)
    }
  }
  for (const human of year.humans) {
    const rows = membershipsOf(year.association, human)
    if (human.group !== null && (rows.length !== 1 || rows[0]?.until_day !== null)) found.memberships += 1
  }
  return found
}

interface PersonRow {
  readonly id: string
  readonly birth_year: number
  readonly first_name: string
  readonly last_name: string
  readonly mobile: string | null
  readonly email: string | null
}

function rowsIn({ opened, context }: BetweenBook, groupId: string | null): PersonRow[] {
  const inGroup = `AND EXISTS (SELECT 1 FROM neighbourhood_membership n WHERE n.person_id = p.id AND n.neighbourhood_id = @groupId
    AND n.deleted_at IS NULL AND (n.until_day IS NULL OR n.until_day > @today))`
  const statement = `SELECT p.id, p.birth_year, p.first_name, p.last_name, p.mobile, p.email FROM person p
    WHERE p.deleted_at IS NULL AND EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.deleted_at IS NULL
      AND (m.until_day IS NULL OR m.until_day > @today)) ${groupId === null ? '' : inGroup}`
  return opened.raw.prepare(statement).all({ today: context.today(), groupId }) as PersonRow[] // the columns that were asked for
}

const describe = (people: readonly (PersonRow | Human)[]) =>
  people
    .map((one) => ('name' in one ? `${one.name.firstName}${one.birthYear}` : `${one.first_name}${one.birth_year}`))
    .toSorted()
    .join(' ')

const columns = { mobile: 'mobile', email: 'email', lastName: 'last_name' } as const

function differences(human: Human, ours: PersonRow, theirs: PersonRow, tell: (fault: string) => void): number {
  let count = 0
  for (const [field, column] of Object.entries(columns) as [Corrected, (typeof columns)[Corrected]][]) {
    const written = human.written.get(field)
    const wroteAlone = written?.books.size === 1 && !human.hasMoved
    const digits = (text: string | null) => (field === 'mobile' ? text?.replace(/\D/g, '').slice(-8) : text)
    const isWrong = wroteAlone && digits(ours[column]) !== digits(written.value)
    if (ours[column] === theirs[column] && !isWrong) continue
    count += 1
    tell(`${field} is ${ours[column]} and ${theirs[column]}, written ${written?.value}`)
  }
  return count
}

function membershipsOf({ opened }: BetweenBook, { birthYear, name }: Human): { readonly until_day: string | null }[] {
  return opened.raw
    .prepare(
      `SELECT m.until_day FROM membership m JOIN person p ON p.id = m.person_id
        WHERE p.birth_year = ? AND p.first_name = ? AND m.deleted_at IS NULL AND p.deleted_at IS NULL`,
    )
    .all(birthYear, name.firstName) as { until_day: string | null }[] // the column that was asked for
}

async function wrongDues({ association }: Year, group: BetweenBook, here: string, there: string): Promise<number> {
  const told = await group.api.between.standing({ personId: here })
  const { status } = await association.api.dues.person({ personId: there })
  return told?.paidUntil === status.paidUntil ? 0 : 1
}
