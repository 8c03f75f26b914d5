// Members as the matcher looks for them: who they are, and not yet what they owe.
import type { Reader } from '../database/transaction.ts'
import { idList, rowsOf } from '../dues/rows.ts'
import type { MatchMember } from '../matching/match-types.ts'
import { numberKey } from '../matching/member-index.ts'
import type { KnownName, MemberSource } from '../matching/members-meant.ts'
import { peopleOfReferences } from '../reminders/payment-references.ts'
import type { Opener } from '../sealing/sealer.ts'
import { knownAccounts } from './known-accounts.ts'

export function bareMembers(db: Reader, opener: Opener): MemberSource<MatchMember> {
  // References that stand in the lines: others need not be known.
  const references = new Map<string, string[]>()
  return {
    names: () =>
      rowsOf<KnownName>(
        db,
        "SELECT id, first_name AS firstName, called, '' AS initials, last_name AS lastName FROM person WHERE deleted_at IS NULL",
      ),
    idsByNumber: (numbers) => idsByNumber(db, numbers),
    async idsByReference(asked) {
      const found = asked.size === 0 ? [] : await peopleOfReferences(db, asked)
      for (const { number, personId } of found) references.set(personId, [...(references.get(personId) ?? []), number])
      return [...references.keys()]
    },
    accounts: (ibans) => knownAccounts(db, opener, ibans),
    async withHouseholds(ids) {
      const rows = ids.size === 0 ? [] : await rowsOf<PersonRow>(db, peopleSelect, [idList(ids)])
      return rows.map(({ houseNumber, houseSuffix, ...person }) => ({
        ...person,
        initials: '',
        houseNumber: `${houseNumber ?? ''}${houseSuffix}`,
        payerKey: '',
        rateCents: 0,
        rateMonths: 1,
        open: [],
        references: references.get(person.id) ?? [],
      }))
    },
  }
}

/** Numbers of digits alone, whatever zeros or signs they are written with; people write "0042" and "42" for one. */
async function idsByNumber(db: Reader, numbers: ReadonlySet<string>): Promise<string[]> {
  if (numbers.size === 0) return []
  const rows = await rowsOf<{ personId: string; number: string }>(
    db,
    `SELECT person_id AS personId, number FROM membership WHERE deleted_at IS NULL AND number IS NOT NULL
      AND (number IN (SELECT value FROM json_each(?1)) OR number GLOB '0*' OR (number GLOB '*[^0-9]*' AND number NOT GLOB '*[A-Za-z]*'))`,
    [idList(numbers)],
  )
  return rows.filter(({ number }) => numbers.has(numberKey(number))).map(({ personId }) => personId)
}

interface PersonRow {
  readonly id: string
  readonly number: string | null
  readonly firstName: string
  readonly called: string
  readonly infix: string
  readonly lastName: string
  readonly householdId: string
  readonly street: string
  readonly houseNumber: number | null
  readonly houseSuffix: string
}

/** Whoever is or was a member, or has dues: those who left may still pay what they owe. With everybody they live with. */
const peopleSelect = `SELECT p.id, p.first_name AS firstName, p.called, p.infix, p.last_name AS lastName, p.household_id AS householdId,
    coalesce(h.street, '') AS street, h.house_number AS houseNumber, coalesce(h.house_suffix, '') AS houseSuffix,
    (SELECT m.number FROM membership m WHERE m.person_id = p.id AND m.deleted_at IS NULL AND m.number IS NOT NULL
      ORDER BY m.from_day DESC LIMIT 1) AS number
  FROM person p LEFT JOIN household h ON h.id = p.household_id
  WHERE p.household_id IN (SELECT household_id FROM person WHERE id IN (SELECT value FROM json_each(?1))) AND p.deleted_at IS NULL
    AND (EXISTS (SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.kind = 'lid' AND m.deleted_at IS NULL)
      OR EXISTS (SELECT 1 FROM due d WHERE d.person_id = p.id))
  ORDER BY p.id`
