// Years of everything a book can keep beside members and dues: for measuring, not for looking at.
import type { BookContext } from '../../electron/backend/context.ts'
import type { NewRow, TableName } from '../../electron/backend/database/schema.ts'
import type { Transaction } from '../../electron/backend/database/transaction.ts'
import { write } from '../../electron/backend/database/write.ts'
import { insertInBulk } from '../../electron/backend/journal/insert-in-bulk.ts'
import { addDays, addMonths, type Day } from '../../shared/domain/calendar-date.ts'
import { helpCategories } from '../../shared/domain/mutual-help.ts'
import type { FilledBook } from './fill-book.ts'

/** Gatherings of every binnenbuurt three times a year, praattafels, help, pairs, signals and the rest, back from today. */
export async function fillModules(context: BookContext, filled: FilledBook, years: number): Promise<void> {
  const made = new MadeRows(context, filled, years)
  await write(context, { kind: 'peopleImported', details: { count: filled.personIds.length } }, async (tx) => {
    await made.gatherings(tx)
    await made.help(tx)
    await made.pairs(tx)
    await made.care(tx)
    await made.around(tx)
  })
}

const aYear = 12

class MadeRows {
  readonly #newId: () => string
  readonly #today: Day
  readonly #months: number
  readonly #people: readonly string[]
  readonly #groups: readonly string[]

  constructor(context: BookContext, { personIds, neighbourhoodIds }: FilledBook, years: number) {
    this.#newId = context.newId
    this.#today = context.today()
    this.#months = years * aYear
    this.#people = personIds
    this.#groups = neighbourhoodIds
  }

  async gatherings(tx: Transaction): Promise<void> {
    const size = Math.ceil(this.#people.length / this.#groups.length)
    const gatherings: NewRow<'gathering'>[] = []
    const attendance: NewRow<'attendance'>[] = []
    for (const [group, neighbourhood_id] of this.#groups.entries())
      for (let ago = 1 + (group % 4); ago < this.#months; ago += 4) {
        const id = this.#newId()
        gatherings.push({ id, neighbourhood_id, ...aGathering(addMonths(this.#today, -ago), 'gehouden') })
        for (const [at, person_id] of this.#people.slice(group * size, (group + 1) * size).entries())
          attendance.push({
            id: this.#newId(),
            gathering_id: id,
            person_id,
            name_snapshot: `Buur ${at}`,
            said_coming: 0,
            status: at % 3 === 0 ? 'niet_gekomen' : 'aanwezig',
          })
      }
    const series = Array.from({ length: 6 }, (_, at) => ({ id: this.#newId(), every: 1 + (at % 2) }))
    for (const { id, every } of series)
      for (let ago = -6 * every; ago < this.#months; ago += every) {
        const state = ago > 0 ? 'gehouden' : 'gepland'
        const counted = { series_id: id, counted: 'aantal' as const, language: 'Nederlands, Tigrinya' }
        gatherings.push({
          id: this.#newId(),
          ...aGathering(addMonths(this.#today, -ago), state),
          ...counted,
          guests: 12,
        })
      }
    await insertInBulk(
      tx,
      'series',
      series.map(({ id, every }) => ({
        id,
        title: `Praattafel ${id.slice(-2)}`,
        counted: 'aantal' as const,
        rhythm: 'maand' as const,
        every,
        nth: 1,
        first_day: addMonths(this.#today, -this.#months),
        asks_languages: 1,
      })),
    )
    await insertInBulk(tx, 'gathering', gatherings)
    await insertInBulk(tx, 'attendance', attendance)
    await this.#monthly<'barrier'>(tx, 'barrier', 1, (day) => ({
      kind: 'kinderopvang',
      note: '',
      found_how: 'gevraagd',
      found_day: day,
      measure: 'Opvang geregeld',
      measure_day: addDays(day, 7),
    }))
    await this.#monthly<'subsidy'>(tx, 'subsidy', 1, (day) => ({
      giver: 'Gemeente',
      purpose: 'Ontmoeting',
      granted_day: day,
      granted_cents: 50_000,
      other_cents: 0,
      account_day: addMonths(day, 12),
      accounted_day: addMonths(day, 11),
    }))
  }

  async help(tx: Transaction): Promise<void> {
    const often = Math.ceil(this.#people.length / 100)
    await insertInBulk(
      tx,
      'help_offer',
      this.#people
        .filter((_id, at) => at % 10 === 0)
        .map((person_id, at) => ({
          id: `offer-${person_id}-${helpCategories[at % helpCategories.length]}`,
          person_id,
          category: helpCategories[at % helpCategories.length] ?? 'vervoer',
          since_day: this.#today,
        })),
    )
    await this.#monthly<'help_request'>(tx, 'help_request', often, (day, at) => ({
      person_id: this.#person(at),
      category: helpCategories[at % helpCategories.length] ?? 'vervoer',
      asked_day: day,
      lasting: 0,
      state: 'gedaan',
      helper_person_id: this.#person(at + 3),
      closed_day: addDays(day, 3),
    }))
    await this.#monthly<'help_act'>(tx, 'help_act', often, (day, at) => ({
      giver_person_id: this.#person(at + 3),
      receiver_person_id: this.#person(at),
      category: helpCategories[at % helpCategories.length] ?? 'vervoer',
      asked_day: day,
      done_day: day,
      outcome: 'gedaan',
    }))
    await this.#monthly<'newcomer'>(tx, 'newcomer', Math.ceil(often / 4), (day, at) => ({
      person_id: this.#person(at * 7),
      arrived_day: day,
      contact_day: day,
      settled_day: addMonths(day, 6),
    }))
  }

  async pairs(tx: Transaction): Promise<void> {
    const often = Math.ceil(this.#people.length / 1000)
    const programme_id = this.#newId()
    await insertInBulk(tx, 'programme', [
      {
        id: programme_id,
        name: 'Maatjes',
        kind: 'maatjes' as const,
        a_name: 'nieuw',
        b_name: 'oud',
        rhythm_unit: 'week' as const,
        rhythm_times: 1,
        months: 4,
      },
    ])
    const contacts: NewRow<'pair_contact'>[] = []
    await this.#monthly<'pair'>(tx, 'pair', often, (day, at, pair_id) => {
      for (let week = 0; week < 16; week += 1)
        contacts.push({ id: this.#newId(), pair_id, day: addDays(day, week * 7), confirmed_by: 'allebei' })
      return {
        programme_id,
        a_person_id: this.#person(at),
        b_person_id: this.#person(at + 11),
        from_day: day,
        planned_until: addMonths(day, 4),
        until_day: addMonths(day, 4),
        end_reason: 'klaar',
        is_once: 0,
      }
    })
    await insertInBulk(tx, 'pair_contact', contacts)
  }

  async care(tx: Transaction): Promise<void> {
    const often = Math.ceil(this.#people.length / 200)
    await this.#monthly<'signal'>(tx, 'signal', often, (day, at) => ({
      person_id: this.#person(at),
      kind: 'aandacht',
      source: 'buur',
      opened_day: day,
      renewed_day: day,
      expires_day: addMonths(day, 6),
      state: 'gesloten',
      closed_day: addDays(day, 30),
      close_reason: 'geholpen',
    }))
    await this.#monthly<'follow_up'>(tx, 'follow_up', often, (day, at) => ({
      person_id: this.#person(at),
      due_day: addDays(day, 14),
      state: 'gedaan',
      done_day: addDays(day, 10),
      how: 'bellen',
    }))
  }

  async around(tx: Transaction): Promise<void> {
    const organisations = await this.#monthly<'organisation'>(tx, 'organisation', 2, (_day, at) => ({
      name: `Welzijn ${at}`,
      kind: 'welzijn',
      what: 'Hulp bij schulden',
    }))
    await this.#monthly<'organisation_referral'>(tx, 'organisation_referral', 10, (day, at) => ({
      organisation_id: organisations[at % organisations.length] ?? '',
      day,
      outcome: 'open',
    }))
    const initiatives = await this.#monthly<'initiative'>(tx, 'initiative', 0.25, (day, at) => ({
      name: `Initiatief ${at}`,
      state: 'loopt',
      from_day: day,
    }))
    await this.#monthly<'initiative_target'>(tx, 'initiative_target', 0.5, (_day, at) => ({
      initiative_id: initiatives[at % initiatives.length] ?? '',
      what: 'Vrijwilligers',
      kind: 'aantal',
      source: 'aanmeldingen',
      counting: 'stand',
      needed: 100,
    }))
    await this.#monthly<'initiative_sign_up'>(tx, 'initiative_sign_up', 10, (day, at) => ({
      initiative_id: initiatives[at % initiatives.length] ?? '',
      day,
      area: 'Delft',
      seen_day: addDays(day, 400),
      person_id: this.#person(at * 5),
    }))
  }

  /** So many rows for every month of all the years; gives their ids. */
  async #monthly<Name extends TableName>(
    tx: Transaction,
    name: Name,
    often: number,
    valuesOf: (day: Day, at: number, id: string) => Omit<NewRow<Name>, 'id'>,
  ): Promise<string[]> {
    const count = Math.max(1, Math.round(this.#months * often))
    const rows = Array.from({ length: count }, (_, at) => {
      const id = this.#newId()
      const ago = 1 + (Math.floor(at / often) % this.#months)
      return { ...valuesOf(addMonths(this.#today, -ago), at, id), id } as unknown as NewRow<Name> // all but the id, with an id
    })
    await insertInBulk(tx, name, rows)
    return rows.map((row) => (row as unknown as { id: string }).id) // every row has one
  }

  #person(at: number): string {
    return this.#people[(at * 13) % this.#people.length] ?? ''
  }
}

const aGathering = (day: Day, state: 'gehouden' | 'gepland') => ({ day, title: 'Thee', guests: 0, state })
