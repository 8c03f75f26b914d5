// A book with groups and people in it, written straight into its tables: for areas that only read people.
import { insertRows } from '../../electron/backend/database/insert-rows.ts'
import type { NewRow, TableName } from '../../electron/backend/database/schema.ts'
import { write } from '../../electron/backend/database/write.ts'
import type { Contract } from '../../shared/contract/contract.ts'
import type { Client } from '../../shared/contract/create-client.ts'
import type { Day } from '../../shared/domain/calendar-date.ts'
import type { MembershipKind } from '../../shared/domain/membership.ts'
import { makeSortName } from '../../shared/domain/person-name.ts'
import type { Role } from '../../shared/domain/role-seats.ts'
import { askBook, type OpenTestBook, openTestBook } from './open-book.ts'

export interface NeighbourhoodBook extends OpenTestBook {
  /** Like the book's own api, and every answer is held against the contract. */
  readonly api: Client<Contract>
  readonly aGroup: (
    name: string,
    options?: { cadence?: number; activeFrom?: Day; status?: 'slapend' | 'in_oprichting' },
  ) => Promise<string>
  readonly aPerson: (
    name: string,
    options?: { groupId?: string; kind?: MembershipKind; from?: Day; until?: Day; deceasedOn?: Day },
  ) => Promise<string>
  readonly aTerm: (personId: string, groupId: string, role: Role, from?: Day, until?: Day) => Promise<void>
  /** Every row of the given tables, to compare before and after. */
  readonly rowsOf: (...tables: ('gathering' | 'attendance' | 'follow_up')[]) => Promise<unknown>
  readonly undoLast: () => Promise<void>
}

/** @param today 23 November 2026 when left out. */
export async function openNeighbourhoodBook(today?: Day): Promise<NeighbourhoodBook> {
  const book = await openTestBook(today === undefined ? {} : { today })
  const { context } = book
  const insert = <Name extends TableName>(name: Name, rows: readonly NewRow<Name>[]) =>
    write(context, { kind: 'peopleImported' }, (tx) => insertRows(tx, name, rows))
  const api = askBook(context, { checkOutput: true })
  return {
    ...book,
    api,
    async aGroup(name, options = {}) {
      const id = context.newId()
      await insert('neighbourhood', [
        {
          id,
          name,
          target_size: 50,
          cadence_per_year: options.cadence ?? null,
          active_from: options.activeFrom ?? '2020-01-01',
          status: options.status ?? null,
        },
      ])
      return id
    },
    async aPerson(name, options = {}) {
      const id = context.newId()
      const householdId = context.newId()
      const [firstName = '', ...rest] = name.split(' ')
      const lastName = rest.pop() ?? ''
      const from = options.from ?? '2020-01-01'
      await insert('household', [
        { id: householdId, street: 'Kastanjehof', house_number: 1, house_suffix: '', postcode: '', city: '' },
      ])
      await insert('person', [
        {
          id,
          household_id: householdId,
          first_name: firstName,
          infix: rest.join(' '),
          last_name: lastName,
          called: '',
          deceased_on: options.deceasedOn ?? null,
          sort_name: makeSortName({ firstName, lastName, called: '' }),
        },
      ])
      await insert('membership', [
        {
          id: context.newId(),
          person_id: id,
          kind: options.kind ?? 'lid',
          from_day: from,
          until_day: options.until ?? null,
        },
      ])
      if (options.groupId !== undefined) {
        await insert('neighbourhood_membership', [
          {
            id: context.newId(),
            person_id: id,
            neighbourhood_id: options.groupId,
            from_day: from,
            until_day: options.until ?? null,
          },
        ])
      }
      return id
    },
    aTerm: (personId, groupId, role, from = '2024-01-01', until) =>
      insert('role_term', [
        {
          id: context.newId(),
          person_id: personId,
          neighbourhood_id: groupId,
          role,
          from_day: from,
          until_day: until ?? null,
        },
      ]),
    async rowsOf(...tables) {
      const all: Record<string, unknown> = {}
      for (const table of tables) all[table] = await context.db.selectFrom(table).selectAll().orderBy('id').execute()
      return all
    },
    async undoLast() {
      await api.history.undo({})
    },
  }
}
