// What lies behind a lock of its own does not come out by two people having changed it at the same time.
import { afterEach, expect, test } from 'vitest'
import { write } from '../../../../../electron/backend/database/write.ts'
import { agreed, signalOf } from '../../../../support/care-book.ts'
import { duesSteps } from '../../../../support/dues-book.ts'
import { join, openSharedBook, type SharedBook, settle } from '../../../../support/shared-books.ts'

const open: SharedBook[] = []
afterEach(async () => {
  for (const book of open.splice(0)) await book.close()
})

/** Both chose another next day for one signal. */
async function twoKindsOfSignal(): Promise<SharedBook> {
  const a = await openSharedBook('a')
  const person = await duesSteps(a.api).aPerson('Ria Berg')
  await a.api.care.unlock({ passphrase: null })
  const { id } = await a.api.care.openSignal({ ...signalOf(person, person), kind: 'rouw', consent: agreed })
  const b = await join(a, 'b')
  open.push(a, b)
  await settle([a, b])
  await changeNext(a, id, '2026-12-03')
  b.setDay('2026-11-24')
  await changeNext(b, id, '2026-12-04')
  await settle([a, b])
  return a
}

async function changeNext(book: SharedBook, id: string, nextDay: string): Promise<void> {
  await book.api.care.unlock({ passphrase: null })
  const [row] = book.rows(`SELECT owner_person_id FROM signal WHERE id = '${id}'`)
  await book.api.care.changeNext({
    ...{ id, nextDay, nextHow: 'bellen', ownerPersonId: String(row?.owner_person_id), ownerName: null },
  })
}

test('a difference about care is there while care is open, and is not counted, shown or settled while it is shut', async () => {
  const { api, opened } = await twoKindsOfSignal()
  opened.raw.exec(`INSERT INTO sync_hint (id, kind, table_name, row_id, device, at)
    SELECT 'h1', 'cameBack', 'signal', id, 'b', '2026-11-24T10:00:00Z' FROM signal`)
  const shown = await api.differences.list({})
  expect(shown).toMatchObject({ differences: [{ table: 'signal' }], hints: [{ kind: 'cameBack' }] })
  expect(await api.differences.count({})).toMatchObject({ differences: 1, hints: 1 })
  const [difference] = shown.differences
  await api.care.lock({})
  expect(await api.differences.list({})).toMatchObject({ differences: [], hints: [] })
  expect(await api.differences.count({})).toMatchObject({ differences: 0, hints: 0 })
  const choice = { kind: 'version' as const, stamp: difference?.versions[0]?.stamp ?? '' }
  await expect(api.differences.resolve({ id: difference?.id ?? '', choice })).rejects.toMatchObject({
    code: 'differenceGone',
  })
})

test('two versions of a sealed programme are told as locked, and one of them can be chosen', async () => {
  const a = await openSharedBook('a')
  const { id } = await a.api.sealedPairs.add({
    ...{ name: 'Kanariegeel', aName: 'a', bName: 'b', rhythm: { unit: 'maand', times: 2 }, months: 6 },
    code: 'blauwe fiets',
  })
  await a.api.sealedPairs.share({ programmeId: id, isShared: true })
  const b = await join(a, 'b')
  open.push(a, b)
  await settle([a, b])
  const reseal = async (book: SharedBook, name: string) => {
    const { sealing, db } = a.context
    const sealer = await sealing.forWriting()
    const place = { table: 'sealed_record', id, column: 'content' }
    const { content } = await db.selectFrom('shared_sealed_record').select('content').executeTakeFirstOrThrow()
    const sealed = sealer.sealText(place, JSON.stringify({ ...JSON.parse(sealer.openText(place, content)), name }))
    await write(book.context, { kind: 'sealedChanged' }, (tx) =>
      tx
        .updateTable('shared_sealed_record')
        .set({ content: sealed })
        .execute()
        .then(() => undefined),
    )
  }
  await reseal(a, 'Kanariegeel een')
  await reseal(b, 'Kanariegeel twee')
  await settle([a, b])
  const { differences } = await a.api.differences.list({})
  expect(differences.map(({ table, versions }) => [table, versions.map(({ values }) => values)])).toEqual([
    ['shared_sealed_record', [[{ kind: 'locked' }], [{ kind: 'locked' }]]],
  ])
  expect(JSON.stringify(differences)).not.toContain('Kanariegeel')
  const stamp = differences[0]?.versions[1]?.stamp ?? ''
  await a.api.differences.resolve({ id: differences[0]?.id ?? '', choice: { kind: 'version', stamp } })
  expect(await a.api.differences.count({})).toMatchObject({ differences: 0 })
})
