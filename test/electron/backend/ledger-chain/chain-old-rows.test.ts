import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../../electron/backend/database/open-database.ts'
import { chainEnds, checkChain } from '../../../../electron/backend/ledger-chain/check-chain.ts'

test('a book of version 1 gets a link for every row of its ledger when it is brought up to date', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-chain-'))
  const file = join(folder, 'boek.db')
  writeFileSync(file, gunzipSync(readFileSync(new URL('../../../migrations/version-1.db.gz', import.meta.url))))
  const old = new BetterSqlite3(file, { readonly: true })
  const count = (table: string) => Number(old.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  const rows = ['due', 'payment', 'allocation', 'waiver'].reduce((sum, table) => sum + count(table), 0)
  old.close()
  expect(rows).toBeGreaterThan(0)

  const opened = await openDatabase(file, { create: false, copyFirst: async () => undefined })
  if (!('db' in opened)) throw new Error(opened.kind)
  expect(await checkChain(opened.db)).toBeNull()
  expect((await chainEnds(opened.db)).reduce((sum, { place }) => sum + place, 0)).toBe(rows)
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})
