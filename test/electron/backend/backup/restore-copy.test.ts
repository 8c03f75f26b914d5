import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { buildFromCopy } from '../../../../electron/backend/backup/restore-copy.ts'
import { countRows, findDamage } from '../../../../electron/backend/database/integrity.ts'
import { dropTriggers, latestVersion } from '../../../../electron/backend/database/migrate.ts'
import { migrations } from '../../../../electron/backend/database/migrations/index.ts'
import { RuleBroken } from '../../../../electron/backend/rule-broken.ts'
import { stepsFor, stepsVersion } from '../../../figures/kill/migrator.ts'
import { seededRandom } from '../../../support/random.ts'

const newest = `../../../migrations/version-${latestVersion(migrations)}.db.gz`
const kept = gunzipSync(readFileSync(fileURLToPath(new URL(newest, import.meta.url))))

let folder: string
let target: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'buurtboek-restore-'))
  target = join(folder, 'boek.db.terug')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A copy on the disk with the hash that goes with it. */
function copyOf(bytes: Uint8Array): { file: string; sha256: string } {
  const file = join(folder, 'kopie.db')
  writeFileSync(file, bytes)
  return { file, sha256: createHash('sha256').update(bytes).digest('hex') }
}

function changed(change: (raw: BetterSqlite3.Database) => void): Uint8Array {
  const file = join(folder, 'gewijzigd.db')
  writeFileSync(file, kept)
  const raw = new BetterSqlite3(file)
  change(raw)
  raw.close()
  return readFileSync(file)
}

/** Every row of every table, as text. */
function dump(file: string): string[] {
  const raw = new BetterSqlite3(file, { readonly: true })
  const rows = Object.keys(countRows(raw)).flatMap((table) =>
    raw
      .prepare(`SELECT * FROM ${table}`)
      .all()
      .map((row) => `${table} ${JSON.stringify(row)}`),
  )
  raw.close()
  return rows.sort()
}

describe('a book made from a copy', () => {
  it('has every row of it, journal included, and search works', async () => {
    const source = copyOf(kept)
    await buildFromCopy(source, target)
    const rows = dump(target)
    expect(rows).toEqual(dump(source.file))
    expect(rows.length).toBeGreaterThan(1000)
    const raw = new BetterSqlite3(target)
    expect(findDamage(raw)).toEqual([])
    expect(raw.prepare("SELECT count(*) FROM person_search WHERE person_search MATCH 'demir'").pluck().get()).toBe(1)
    raw.close()
  })

  it('of an older version goes through the migrations that it has not had', async () => {
    const source = copyOf(kept)
    await buildFromCopy(
      source,
      target,
      stepsFor(() => undefined),
    )
    const raw = new BetterSqlite3(target)
    expect(raw.pragma('user_version', { simple: true })).toBe(stepsVersion)
    expect(raw.prepare('SELECT count(*) FROM person').pluck().get()).toBe(52)
    expect(raw.prepare("SELECT summer_place FROM neighbourhood WHERE name = 'De Kade'").pluck().get()).toBe(
      'plein De Kade',
    )
    expect(raw.prepare("SELECT count(*) FROM person_search WHERE person_search MATCH 'demir'").pluck().get()).toBe(1)
    raw.close()
  })

  it('takes over a number that JavaScript would round as it is', async () => {
    const bytes = changed((raw) => {
      dropTriggers(raw)
      raw.exec('UPDATE due SET amount_cents = 9007199254740993 WHERE row_no = 1')
    })
    await buildFromCopy(copyOf(bytes), target)
    const raw = new BetterSqlite3(target)
    expect(raw.prepare('SELECT amount_cents FROM due WHERE row_no = 1').pluck().safeIntegers().get()).toBe(
      9007199254740993n,
    )
    raw.close()
  })

  it('refuses a value longer than anything the app writes', async () => {
    const bytes = changed((raw) => {
      dropTriggers(raw)
      raw.exec("UPDATE person SET note = printf('%.*c', 6000000, 'x') WHERE row_no = 1")
    })
    await expect(buildFromCopy(copyOf(bytes), target)).rejects.toMatchObject({ code: 'backupDamaged' })
    expect(existsSync(target)).toBe(false)
  })

  it('copies with random damage and a hash that fits it are refused in words or come out whole', {
    timeout: 120_000,
  }, async () => {
    const random = seededRandom(20261123)
    const outcomes = { refused: 0, whole: 0 }
    for (let round = 0; round < 8; round += 1) {
      const bytes = Buffer.from(kept)
      // Half of them where it hurts, in the header and the list of tables; the others anywhere.
      const reach = round % 2 === 0 ? 128 : bytes.length
      for (let flips = 1 + random.below(3); flips > 0; flips -= 1) {
        const at = random.below(reach)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      }
      try {
        await buildFromCopy(copyOf(bytes), target)
        const raw = new BetterSqlite3(target)
        expect(findDamage(raw)).toEqual([])
        raw.close()
        outcomes.whole += 1
      } catch (error) {
        expect(error).toBeInstanceOf(RuleBroken)
        expect(existsSync(target)).toBe(false)
        outcomes.refused += 1
      }
    }
    expect(Math.min(outcomes.refused, outcomes.whole)).toBeGreaterThan(2)
  })

  it('the same damage with the hash of the whole copy is always refused', async () => {
    const random = seededRandom(7)
    const { sha256 } = copyOf(kept)
    for (let round = 0; round < 8; round += 1) {
      const bytes = Buffer.from(kept)
      const at = random.below(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8))
      const { file } = copyOf(bytes)
      await expect(buildFromCopy({ file, sha256 }, target)).rejects.toMatchObject({ code: 'backupDamaged' })
    }
  })
})
