// A year of an association and its binnenbuurten, each with a book: people join, move, leave and are corrected on either side, some of
// it at once on both; files are late, lost, doubled and out of order. Who somebody really is, is known here by first name and year of birth,
// which no two share and nobody corrects; a first and last name are shared by many.
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { type BetweenBook, groupOf, meet, openBetweenBook } from '../../support/between-books.ts'
import { aMember } from '../../support/people.ts'
import type { Random } from '../../support/random.ts'

export interface Human {
  readonly birthYear: number
  readonly name: { readonly firstName: string; readonly lastName: string }
  readonly houseNumber: number
  /** The binnenbuurt they belong to in truth; null: left. */
  group: string | null
  /** Left or moved: once a year is enough for anybody. */
  hasMoved: boolean
  /** Who changed a field, and to what last: where it was one book only, that must be what stands everywhere at the end. */
  readonly written: Map<Corrected, { readonly books: Set<string>; value: string | null }>
}

export type Corrected = 'mobile' | 'email' | 'lastName'

export interface Year {
  readonly association: BetweenBook
  readonly groups: readonly BetweenBook[]
  readonly humans: Human[]
  readonly random: Random
  today: string
}

const firstNames = ['Jan', 'Ria', 'Wim', 'Els', 'Mo', 'Fatma']
const lastNames = ['Bos', 'Berg', 'Groot', 'Demir', 'Vos']
const firstDay = '2026-01-05'

export async function beginYear(groupCount: number, peopleEach: number, random: Random): Promise<Year> {
  const association = await openBetweenBook('Stadsdorp Oosterweide', 'vereniging', 1, firstDay)
  const groups: BetweenBook[] = []
  for (let at = 0; at < groupCount; at += 1) {
    const group = await openBetweenBook(`Buurt ${at + 1}`, 'binnenbuurt', at + 2, firstDay)
    await meet(association, group)
    groups.push(group)
  }
  const year: Year = { association, groups, humans: [], random, today: firstDay }
  // Some are in both books before these ever met, some in one of them only.
  for (const group of groups)
    for (let at = 0; at < peopleEach; at += 1) {
      const human = newHuman(year, group.name)
      const inBoth = random.chance(0.4)
      if (inBoth || random.chance(0.5)) await register(group, human, null)
      else await register(association, human, group.name)
      if (inBoth) await register(association, human, group.name)
    }
  return year
}

export async function endYear({ association, groups }: Year): Promise<void> {
  for (const book of [association, ...groups]) await book.close()
}

function newHuman(year: Year, group: string): Human {
  const { humans, random } = year
  const human: Human = {
    birthYear: 1915 + Math.floor(humans.length / firstNames.length),
    name: { firstName: firstNames[humans.length % firstNames.length] ?? '', lastName: random.pick(lastNames) ?? '' },
    houseNumber: humans.length + 1,
    ...{ group, hasMoved: false, written: new Map() },
  }
  humans.push(human)
  return human
}

async function register(book: BetweenBook, human: Human, group: string | null): Promise<void> {
  const { birthYear, name, houseNumber } = human
  await book.api.members.register(
    aMember({
      ...{ ...name, infix: '', birthYear },
      home: { kind: 'address', street: 'Lijsterpad', houseNumber, houseSuffix: '', postcode: '', city: '' },
      neighbourhoodId: group === null ? null : await groupOf(book, group),
    }),
  )
}

/** The row of a human in a book, when there is one that still counts. */
function idIn({ opened }: BetweenBook, { birthYear, name }: Human): string | undefined {
  const row = opened.raw
    .prepare('SELECT id FROM person WHERE birth_year = ? AND first_name = ? AND deleted_at IS NULL')
    .get(birthYear, name.firstName)
  return (row as { id: string } | undefined)?.id
}

/** One thing that happens in one of the books. */
export async function happen(year: Year): Promise<void> {
  const { random, groups } = year
  const roll = random.next()
  const group = random.pick(groups)
  if (!group) return
  if (roll < 0.15 && year.humans.length < 600) return join(year, group)
  const human = random.pick(year.humans.filter((one) => one.group === group.name))
  if (!human) return
  if (roll < 0.25) return leave(year, group, human)
  if (roll < 0.4) return move(year, group, human)
  return correct(year, random.chance(0.5) ? group : year.association, human)
}

async function join(year: Year, group: BetweenBook): Promise<void> {
  const human = newHuman(year, group.name)
  if (year.random.chance(0.6)) await register(group, human, null)
  else await register(year.association, human, group.name)
}

async function leave(year: Year, group: BetweenBook, human: Human): Promise<void> {
  const id = idIn(group, human)
  // Who was just told of in the other book is not known here yet.
  if (!id || human.hasMoved) return
  await group.api.members.end({ personId: id, day: year.today, reason: 'opgezegd' })
  human.group = null
  human.hasMoved = true
}

/** To another binnenbuurt: told to the two contact persons, or to the association alone. */
async function move(year: Year, from: BetweenBook, human: Human): Promise<void> {
  const to = year.random.pick(year.groups.filter((group) => group !== from))
  const [here, there] = [idIn(from, human), idIn(year.association, human)]
  if (!to || !here || !there || human.hasMoved) return
  // Who got another name and another address at once, nobody can know again.
  if (year.random.chance(0.5) && !human.written.has('lastName')) {
    await from.api.members.end({ personId: here, day: year.today, reason: 'verhuisd' })
    await register(to, { ...human, houseNumber: human.houseNumber + 1000 }, null)
  } else {
    const neighbourhoodId = await groupOf(year.association, to.name)
    await year.association.api.members.changeNeighbourhood({ personId: there, neighbourhoodId, day: year.today })
  }
  human.group = to.name
  human.hasMoved = true
}

async function correct(year: Year, book: BetweenBook, human: Human): Promise<void> {
  const id = idIn(book, human)
  if (!id) return
  const fields = human.hasMoved ? (['mobile', 'email'] as const) : (['mobile', 'email', 'lastName'] as const)
  const field = year.random.pick<Corrected>(fields) ?? 'email'
  const number = String(year.random.below(100_000)).padStart(5, '0')
  const value = { mobile: `06-123${number}`, email: `m${number}@voorbeeld.test`, lastName: `Bos ${number}` }[field]
  await book.api.members.change({ id, fields: { [field]: value } })
  const written = human.written.get(field) ?? { books: new Set<string>(), value: null }
  written.books.add(book.name)
  written.value = value
  human.written.set(field, written)
}

const fieldsShown: Readonly<Record<string, Corrected>> = { mobile: 'mobile', email: 'email', name: 'lastName' }

/** Whether what a screen shows of a field is what was last written of it. */
export function isWritten(human: Human, field: string, shown: string): boolean {
  const written = human.written.get(fieldsShown[field] ?? 'email')?.value
  const plain = (text: string) => text.replace(/[^\w@.]/g, '').replace(/^0/, '')
  return written != null && plain(shown).endsWith(plain(written))
}

/** The treasurer: everybody has an agreement, dues are asked, and some pay. */
export async function keepDues(year: Year, planId: string): Promise<void> {
  const { association, random } = year
  for (const human of year.humans) {
    const personId = idIn(association, human)
    if (!personId) continue
    const { agreement, membership, payer } = await association.api.dues.person({ personId })
    if (!agreement && membership) await agree(association, personId, planId)
    if (agreement && random.chance(0.3)) await pay(year, payer, random.pick([1000, 1000, 2000, 3000]) ?? 1000)
  }
  await association.api.dues.run({})
}

const agree = ({ api }: BetweenBook, personId: string, planId: string) =>
  api.dues.agree({
    ...{ personId, planId, fromDay: '2026-01-01', intervalMonths: 1, anchorDay: null, payer: null },
    ...{ reduction: null, method: 'overboeking' },
  })

const pay = (
  { association, today }: Year,
  { kind, id }: { readonly kind: 'person' | 'household'; readonly id: string },
  amountCents: number,
) =>
  association.api.dues.recordPayment({
    ...{
      payer: { kind, id },
      amountCents,
      day: today,
      method: 'overboeking',
      note: null,
      parts: null,
      notDouble: true,
    },
  })

export function nextWeek(year: Year): void {
  year.today = addDays(year.today, 7)
  for (const book of [year.association, ...year.groups]) book.setDay(year.today)
}
