import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join as joinPath } from 'node:path'
import { expect, test } from 'vitest'
import { write } from '../../../../../electron/backend/database/write.ts'
import { fillBook } from '../../../../support/fill-book.ts'
import { openRealPc, type RealPc } from '../../../../support/sync/real-pc.ts'
import { found, join } from '../../../../support/sync/sync-pc.ts'

test('two real books come into step through a real folder, and sum up alike', { timeout: 60_000 }, async () => {
  const root = mkdtempSync(joinPath(tmpdir(), 'buurtboek-real-'))
  let now = new Date('2026-11-23T12:00:00Z')
  const clock = () => now
  const [host, guest] = [await openRealPc(root, 'first', clock), await openRealPc(root, 'second', clock)]
  await fillBook(host.context, 40)
  await found(host, undefined, root)
  await join(guest, host)
  const rounds = async (count: number) => {
    for (let round = 0; round < count; round += 1) {
      now = new Date(now.getTime() + 3_600_000)
      for (const pc of [host, guest]) await pc.loop.tick({ cut: true, thorough: true })
    }
  }
  await rounds(3)
  expect(await namesIn(guest)).toEqual(await namesIn(host))

  await rename(host, 0, 'Van den Berg')
  await rename(guest, 1, 'El Amrani')
  await rounds(3)
  expect(await namesIn(guest)).toEqual(await namesIn(host))
  expect(await namesIn(guest)).toEqual(expect.arrayContaining(['Van den Berg', 'El Amrani']))

  host.loop.requestEpoch()
  await rounds(5)
  expect(host.loop.status()).toMatchObject({ level: 'upToDate', causes: [] })
  expect(guest.loop.status()).toMatchObject({ level: 'upToDate', causes: [] })
  for (const pc of [host, guest]) await pc.close()
  rmSync(root, { recursive: true })
})

async function namesIn({ context }: RealPc): Promise<string[]> {
  const rows = await context.db.selectFrom('person').select('last_name').orderBy('id').execute()
  return rows.map(({ last_name }) => last_name)
}

async function rename({ context, options }: RealPc, index: number, name: string): Promise<void> {
  const people = await context.db.selectFrom('person').select('id').orderBy('id').execute()
  const id = people[index]?.id ?? ''
  await write({ ...context, ...options }, { kind: 'personChanged', subject: { table: 'person', id } }, (tx) =>
    tx.updateTable('person').set({ last_name: name }).where('id', '=', id).execute(),
  )
}
