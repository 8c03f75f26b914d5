// A PC that keeps in step: the real loop on a real SQLite file with the tables it needs, a folder of its own to look into, and merging
// of the simplest kind.
import BetterSqlite3 from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { createTableStatements, type Scope } from '../../../electron/backend/database/declare-table.ts'
import { type Database, tables } from '../../../electron/backend/database/schema.ts'
import { cacheStatements } from '../../../electron/backend/database/statement-cache.ts'
import { journalStatements } from '../../../electron/backend/journal/journal-tables.ts'
import type { ComputerWay } from '../../../electron/backend/sealing/computer-way.ts'
import { foundVault, prepareToJoin } from '../../../electron/backend/sync/folder/begin.ts'
import type { SharedFolder } from '../../../electron/backend/sync/folder/shared-folder.ts'
import { createSyncLoop, type SyncLoop } from '../../../electron/backend/sync/folder/sync-loop.ts'
import type { SyncOptions } from '../../../electron/backend/sync/folder/sync-options.ts'
import type { DeviceEntry } from '../../../electron/backend/sync/format/device-list.ts'
import { makeSigningKey } from '../../../electron/backend/sync/format/signing.ts'
import { makeIdentity } from '../../../electron/backend/sync/keys/device-keys.ts'
import type { SyncStatus } from '../../../shared/domain/sync-status.ts'
import { fakeMerge, fakeTable } from './fake-merge.ts'

export const allScopes: readonly Scope[] = ['leden', 'buurt', 'contributie', 'bank', 'zorg']
export const vault = '5f3a90c2d1e4b687'
const syncTables = [
  tables.sync_vault,
  tables.sync_key,
  tables.sync_list,
  tables.sync_file,
  tables.sync_chain,
  tables.sync_device,
]

export interface SyncPc {
  readonly raw: BetterSqlite3.Database
  readonly options: SyncOptions
  loop: SyncLoop
  /** Changes something: a line of its own. */
  readonly edit: (line: string, scope?: Scope) => void
  readonly lines: (scope?: Scope) => string[]
  readonly look: (how?: { cut?: boolean; thorough?: boolean }) => Promise<SyncStatus>
  /** From now on this PC looks into another copy of the folder. */
  readonly see: (folder: SharedFolder) => void
  /** Ends the program and starts it again. */
  readonly restart: () => void
  readonly close: () => Promise<void>
}

export interface SyncPcOptions extends Partial<SyncOptions> {
  readonly folder: SharedFolder
  readonly clock: () => Date
  readonly file?: string
  readonly raw?: BetterSqlite3.Database
}

let devices = 0

export function openSyncPc({ folder: first, clock, file, raw: given, ...change }: SyncPcOptions): SyncPc {
  let folder = first
  const raw = given ?? new BetterSqlite3(file ?? ':memory:')
  const isNew = raw.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'sync_vault'").pluck().get() === 0
  const statements = [...journalStatements, ...syncTables.flatMap(createTableStatements), fakeTable]
  if (isNew) for (const statement of statements) raw.exec(statement)
  const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: cacheStatements(raw) }) })
  const options: SyncOptions = {
    db,
    device: 'not used here',
    actor: () => null,
    now: clock,
    newId: () => 'not used here',
    announce: () => undefined,
    assertWhole: () => undefined,
    merge: fakeMerge,
    openFolder: () => folder,
    way: openWay,
    keyFolder: '',
    appVersion: '0.1.0',
    newDeviceId() {
      devices += 1
      return devices.toString(16).padStart(8, '0')
    },
    awaitedRecipients: async () => new Set(),
    countRemovals: async () => ({ removed: 0, of: 100 }),
    ...change,
  }
  const insert = raw.prepare('INSERT INTO fake_change VALUES (?, ?, 1, 0)')
  const pc: SyncPc = {
    raw,
    options,
    loop: createSyncLoop(options),
    edit: (line, scope = 'leden') => void insert.run(line, scope),
    lines: (scope = 'leden') =>
      raw.prepare('SELECT line FROM fake_change WHERE scope = ? ORDER BY line').pluck().all(scope) as string[], // a text column
    async look({ cut = true, thorough = true } = {}) {
      const status = await pc.loop.tick({ cut, thorough })
      if (!status) throw new Error('this PC shares nothing')
      return status
    },
    see(other) {
      folder = other
      pc.restart()
    },
    restart() {
      pc.loop = createSyncLoop(options)
    },
    close: () => db.destroy(),
  }
  return pc
}

/** Keeps keys as they are: what wraps them is tested elsewhere. */
export const openWay: ComputerWay = {
  keyStore: async () => null,
  open: async ({ wrapped }) => ({ key: Buffer.from(wrapped, 'base64'), isOld: false }),
  make: async (key, keyId, madeAt) => {
    wraps += 1
    const shared = { id: `wrap-${wraps}`, keyId, device: null, madeAt, confirmedAt: null, details: {} }
    return { ...shared, holder: 'keyStore', wrapped: Buffer.from(key).toString('base64') }
  },
}
let wraps = 0

export const root = await makeSigningKey()

/** The first PC founds a shared book in its folder. Gives the identity of the recovery sheet. */
export async function found(
  pc: Pick<SyncPc, 'options'>,
  scopes: readonly Scope[] = allScopes,
  folder = 'the folder',
): Promise<string> {
  const sheet = await makeIdentity(openWay, '')
  const [recipient, identity] = sheet.opened
  const names = { vault, folder, name: 'pc 1', readme: 'lees mij', founder: 'pc 1' }
  await foundVault({ ...names, scopes, sheet: recipient, root: root.publicKey }, pc.options)
  return identity
}

/** A further PC makes its keys, and `host` puts it on the list. */
export async function join(
  pc: Pick<SyncPc, 'options'>,
  host: Pick<SyncPc, 'loop'>,
  rights: Partial<Pick<DeviceEntry, 'scopes' | 'admin'>> = {},
): Promise<string> {
  const own = await host.loop.vault()
  const list = await host.loop.list()
  const inviter = list?.devices.find(({ id }) => id === own?.device)
  if (!inviter) throw new Error('the host shares nothing')
  const joining = { vault, folder: own?.folder ?? '', inviter: { device: inviter.id, signKey: inviter.signKey } }
  const keys = await prepareToJoin(joining, pc.options)
  const entry: DeviceEntry = { ...keys, name: `pc ${keys.id}`, scopes: [...allScopes], admin: true, ...rights }
  await host.loop.changeList((before) => ({ ...before, devices: [...before.devices, entry] }))
  return keys.id
}
