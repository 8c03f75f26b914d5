// The rights of people in figures: everything that is kept of somebody is shown to them, nothing of it is left after an erasure, and
// from the files for the working group nobody - and no small number of people - can be worked out.
import { columnsOf } from '../../electron/backend/database/declare-table.ts'
import { insertRows } from '../../electron/backend/database/insert-rows.ts'
import { allTables } from '../../electron/backend/database/schema.ts'
import { write } from '../../electron/backend/database/write.ts'
import { countPaying } from '../../electron/backend/dues/count-paying.ts'
import { coverageOf, subjectAccess } from '../../electron/backend/rights/subject-access.ts'
import { collectCounts } from '../../electron/backend/workgroup/collect-counts.ts'
import type { WorkgroupContent } from '../../shared/contract/workgroup.ts'
import { makeSortName } from '../../shared/domain/person-name.ts'
import { findInFiles } from '../support/canary-files.ts'
import { type OpenTestBook, openTestBook } from '../support/open-book.ts'
import { type Random, seededRandom } from '../support/random.ts'
import type { Result, RunOptions } from '../support/result.ts'
import { canary, fillEveryTable, openRightsBook } from '../support/rights-book.ts'
import { type Attacked, attack } from './privacy/attack.ts'

export async function run({ short, seed }: RunOptions): Promise<Result[]> {
  return [await accessAndErasure(short ? 50 : 1000), await workgroupFiles(short ? 12 : 1000, seed)]
}

/** A column that somebody who was not erased has no value in. */
const emptyHere = 'person.erased_on'
const mostMs = 10_000

async function accessAndErasure(people: number): Promise<Result> {
  const book = await openRightsBook()
  for (let index = 0; index < people; index += 1) await book.aPerson(`Buur${index} Buurman${index}`)
  await fillEveryTable(book, book.ria)
  await book.api.care.unlock({ passphrase: null })
  const started = performance.now()
  const access = await subjectAccess(book.context, book.ria)
  const ms = Math.round(performance.now() - started)
  const wanted = allTables.flatMap((table) =>
    Object.keys(columnsOf(table))
      .filter((column) => coverageOf(table, column) === 'shown' && `${table.name}.${column}` !== emptyHere)
      .map((column) => `${table.name}.${column}`),
  )
  const missingOf = (shown: typeof access.tables) => {
    const columns = new Set(
      shown.flatMap(({ table, rows }) =>
        rows.flatMap(({ fields }) => fields.map(({ column }) => `${table.name}.${column}`)),
      ),
    )
    return wanted.filter((column) => !columns.has(column)).length
  }
  const missing = missingOf(access.tables)
  // The control: an access that forgets one table must be noticed.
  const controlMissing = missingOf(access.tables.slice(1))
  const before = findInFiles(book.context.dataFolder, canary).length
  book.opened.raw.pragma('ignore_check_constraints = 1')
  book.setDay('2028-01-01')
  await book.api.rights.erase({ personId: book.ria })
  const left = findInFiles(book.context.dataFolder, canary).length
  await book.close()
  return {
    id: 'privacy',
    values: {
      people,
      columns: wanted.length,
      missing,
      control_missing: controlMissing,
      access_ms: ms,
      canaries_before: before,
      canaries_left: left,
    },
    ok: missing === 0 && controlMissing > 0 && ms <= mostMs && before > 40 && left === 0,
  }
}

const perBook = 50
const rateCents = 1000

async function workgroupFiles(associations: number, seed: number): Promise<Result> {
  const random = seededRandom(seed)
  const found = { words: 0, small: 0, control: 0 }
  let book: OpenTestBook | undefined
  for (let index = 0; index < associations; index += 1) {
    if (index % perBook === 0) {
      await book?.close()
      book = await openTestBook()
    }
    if (!book) break
    const year = 1900 + (index % perBook)
    await makeAssociation(book, year, random)
    const period = { from: `${year}-01-01`, until: `${year}-12-31` }
    const content = await collectCounts(book.context.db, period, [], book.context.today())
    if (new RegExp(`${canary}|NL\\d\\d[A-Z]{4}`, 'i').test(JSON.stringify(content))) found.words += 1
    found.small += attack(content, rateCents).length
    // The control: the same file with its numbers as they are.
    found.control += attack(await bare(book, content, period.until), rateCents).length
  }
  await book?.close()
  return {
    id: 'privacy_workgroup',
    values: {
      associations,
      files_with_words: found.words,
      small_counts: found.small,
      seed,
      control_small_counts: found.control,
    },
    ok: found.words === 0 && found.small === 0 && found.control > 0,
  }
}

async function bare({ context }: OpenTestBook, content: WorkgroupContent, day: string): Promise<Attacked> {
  const { all, byGroup } = await countPaying(context.db, day)
  return {
    ...content,
    groups: content.groups.map((group) => ({
      ...group,
      ...(group.key === 'vereniging' ? all : (byGroup.get(group.key) ?? { members: 0, paying: 0 })),
    })),
  }
}

/** One year of an association: groups of any size, some people in none, some who pay nothing or left; words of their own everywhere. */
async function makeAssociation({ context }: OpenTestBook, year: number, random: Random): Promise<void> {
  const [from, until] = [`${year}-01-01`, `${year + 1}-01-01`]
  const groups = Array.from({ length: random.below(5) }, () => ({ id: context.newId(), size: random.below(14) }))
  const homeless = random.below(8)
  await write(context, { kind: 'peopleImported' }, async (tx) => {
    const at = context.now().toISOString()
    for (const table of ['neighbourhood', 'membership', 'neighbourhood_membership', 'fee_agreement'] as const)
      await tx.updateTable(table).set({ deleted_at: at }).where('deleted_at', 'is', null).execute()
    const plan = context.newId()
    await insertRows(tx, 'fee_plan', [{ id: plan, name: 'Gewoon' }])
    await insertRows(
      tx,
      'neighbourhood',
      groups.map(({ id }, place) => ({ id, name: `Groep ${place + 1}`, area_note: `${canary}pad`, target_size: 50 })),
    )
    for (const { id: groupId, size } of [...groups, { id: null, size: homeless }])
      for (let place = 0; place < size; place += 1) {
        const [person, household, membership, agreement] = [1, 2, 3, 4].map(() => context.newId())
        if (!person || !household || !membership || !agreement) continue
        await insertRows(tx, 'household', [
          {
            id: household,
            street: `${canary}straat`,
            house_number: place,
            house_suffix: '',
            postcode: '',
            city: '',
            note: canary,
          },
        ])
        const name = { firstName: `${canary}a`, lastName: `${canary}b`, called: '' }
        await insertRows(tx, 'person', [
          {
            ...{ id: person, household_id: household, first_name: name.firstName, infix: '', last_name: name.lastName },
            ...{ called: '', email: `${canary}@voorbeeld.example`, note: canary, sort_name: makeSortName(name) },
          },
        ])
        await insertRows(tx, 'membership', [
          { id: membership, person_id: person, kind: 'lid', from_day: from, until_day: until },
        ])
        if (groupId !== null)
          await insertRows(tx, 'neighbourhood_membership', [
            { id: context.newId(), person_id: person, neighbourhood_id: groupId, from_day: from, until_day: until },
          ])
        if (random.chance(0.15)) continue
        await insertRows(tx, 'fee_agreement', [
          {
            ...{ id: agreement, membership_id: membership, person_id: person, fee_plan_id: plan, interval_months: 12 },
            ...{ anchor_day: from, payer_person_id: person, method: 'overboeking', from_day: from, until_day: until },
          },
        ])
        await insertRows(tx, 'due', [
          {
            ...{ id: context.newId(), agreement_id: agreement, person_id: person, kind: 'dues' },
            ...{
              period_start: from,
              period_end: until,
              amount_cents: 12 * rateCents,
              created_at: at,
              created_by: 'test',
            },
          },
        ])
      }
    const gatheringId = context.newId()
    await insertRows(tx, 'gathering', [
      {
        ...{ id: gatheringId, neighbourhood_id: groups[0]?.id ?? null, day: `${year}-05-01`, title: `${canary} thee` },
        ...{ place: `bij ${canary}`, note: canary, theme: 'Fietsen', guests: random.below(9), state: 'gehouden' },
      },
    ])
  })
}
