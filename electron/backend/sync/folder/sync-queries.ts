// All questions to the tables of keeping in step. They are few rows; the loop reads them once and then keeps them in its memory.
import type { Scope } from '../../database/declare-table.ts'
import type { NewRow } from '../../database/schema.ts'
import type { Reader, Transaction } from '../../database/transaction.ts'
import type { KnownList } from '../format/device-list.ts'
import type { Link, SnapshotHeader, Vector } from '../format/header.ts'
import type { ByScope } from '../format/seal-file.ts'
import type { WrappedKey } from '../keys/device-keys.ts'

export interface Vault {
  readonly id: string
  readonly device: string
  readonly folder: string
  /** Whose list this PC believes first: its own, or that of whoever invited it. */
  readonly anchor: { readonly device: string; readonly signKey: string }
  readonly epochs: ByScope<number>
  readonly acknowledged: ByScope<Link>
  readonly lastFull: OwnFull | null
  readonly toldSeen: ByScope<Vector>
  readonly lookedAt: string | null
  /** undefined: not looked at yet. */
  readonly erased?: NotedErasures | undefined
  /** The epochs in which a file came that somebody on the list cannot read, because its writer had not heard of them. */
  readonly unreadable?: ByScope<number> | undefined
}

/** How many rows were gone for good at the last look, and the epochs of then: what was erased since is not in a later one. */
export interface NotedErasures {
  readonly count: number
  /** undefined: nothing was erased since this PC takes part. */
  readonly in?: ByScope<number>
}

/** What this PC's last full sign of life told the others. */
export interface OwnFull {
  readonly at: string
  readonly acknowledged: ByScope<Link>
  /** The newest key of each other device that it confirmed, by the number that told of it. */
  readonly keysSeen: Readonly<Record<string, number>>
}

/** What another device's full sign of life said. */
export interface HeardFull {
  /** Our own leden segment that it had taken in. */
  readonly seenUs: number
  readonly own: ByScope<Link>
  readonly ack: ByScope<Link>
}

export interface KnownFile {
  readonly name: string
  readonly kind: 'segment' | 'snapshot' | 'list'
  readonly device: string
  readonly scope: Scope | ''
  readonly number: number
  readonly hash: string
  readonly size: number
  readonly state: 'whole' | 'held' | 'removing'
  readonly own: boolean
  readonly header: SnapshotHeader | null
  readonly missedAt: string | null
}

export interface Chain {
  readonly device: string
  readonly scope: Scope
  readonly head: Link
  readonly base: Link
  readonly told: Link
}

export interface HeardDevice {
  readonly id: string
  readonly recipient: string | null
  readonly recipientIn: number
  readonly heardAt: string | null
  readonly lastFull: HeardFull | null
}

export type HeldKey = WrappedKey & { readonly toldIn: number }

export async function vaultOf(db: Reader): Promise<Vault | undefined> {
  const row = await db.selectFrom('sync_vault').selectAll().executeTakeFirst()
  if (!row) return undefined
  const { erased, unreadable, ...epochs } = JSON.parse(row.epochs)
  return {
    id: row.id,
    device: row.device,
    folder: row.folder,
    anchor: JSON.parse(row.anchor),
    epochs,
    erased,
    unreadable,
    acknowledged: JSON.parse(row.acknowledged),
    lastFull: JSON.parse(row.last_full),
    toldSeen: JSON.parse(row.told_seen),
    lookedAt: row.looked_at,
  }
}

export async function saveVault(tx: Transaction, vault: Vault): Promise<void> {
  const row = {
    id: vault.id,
    device: vault.device,
    folder: vault.folder,
    anchor: JSON.stringify(vault.anchor),
    epochs: JSON.stringify({ ...vault.epochs, erased: vault.erased, unreadable: vault.unreadable }),
    acknowledged: JSON.stringify(vault.acknowledged),
    last_full: JSON.stringify(vault.lastFull),
    told_seen: JSON.stringify(vault.toldSeen),
    looked_at: vault.lookedAt,
  }
  await replaceRow(tx, 'sync_vault', row)
}

export async function keysOf(db: Reader): Promise<HeldKey[]> {
  const rows = await db.selectFrom('sync_key').selectAll().execute()
  return rows.map((row) => ({
    id: row.id,
    use: row.use,
    publicKey: row.public_key,
    wrap: JSON.parse(row.wrap),
    madeAt: row.made_at,
    toldIn: row.told_in,
  }))
}

export async function saveKey(tx: Transaction, key: HeldKey): Promise<void> {
  await replaceRow(tx, 'sync_key', {
    id: key.id,
    use: key.use,
    public_key: key.publicKey,
    wrap: JSON.stringify(key.wrap),
    made_at: key.madeAt,
    told_in: key.toldIn,
  })
}

export async function deleteKey(tx: Transaction, id: string): Promise<void> {
  await tx.deleteFrom('sync_key').where('id', '=', id).execute()
}

export async function listsOf(db: Reader): Promise<KnownList[]> {
  const rows = await db.selectFrom('sync_list').selectAll().orderBy('version').execute()
  return rows.map((row) => ({
    version: row.version,
    hash: row.id,
    prev: JSON.parse(row.prev),
    signer: row.signer,
    content: JSON.parse(row.content),
  }))
}

export async function saveList(tx: Transaction, list: KnownList): Promise<void> {
  await replaceRow(tx, 'sync_list', {
    id: list.hash,
    version: list.version,
    prev: JSON.stringify(list.prev),
    signer: list.signer,
    content: JSON.stringify(list.content),
  })
}

/** Without their bytes. */
export async function filesOf(db: Reader): Promise<KnownFile[]> {
  const rows = await db
    .selectFrom('sync_file')
    .select(['id', 'kind', 'device', 'scope', 'number', 'hash', 'size', 'state', 'own', 'header', 'missed_at'])
    .execute()
  return rows.map((row) => ({
    name: row.id,
    kind: row.kind,
    device: row.device,
    scope: row.scope as Scope | '', // written from a parsed name
    number: row.number,
    hash: row.hash,
    size: row.size,
    state: row.state,
    own: row.own === 1,
    header: row.header === null ? null : JSON.parse(row.header),
    missedAt: row.missed_at,
  }))
}

export async function bytesOf(db: Reader, name: string): Promise<Uint8Array | undefined> {
  const row = await db.selectFrom('sync_file').select('bytes').where('id', '=', name).executeTakeFirst()
  return row?.bytes ?? undefined
}

export async function insertFile(tx: Transaction, file: KnownFile, bytes: Uint8Array): Promise<void> {
  await replaceRow(tx, 'sync_file', {
    id: file.name,
    kind: file.kind,
    device: file.device,
    scope: file.scope,
    number: file.number,
    hash: file.hash,
    size: file.size,
    state: file.state,
    own: file.own ? 1 : 0,
    header: file.header && JSON.stringify(file.header),
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    missed_at: file.missedAt,
  })
}

export async function setFileState(tx: Transaction, name: string, state: KnownFile['state']): Promise<void> {
  const change = state === 'removing' ? { state, bytes: null } : { state }
  await tx.updateTable('sync_file').set(change).where('id', '=', name).execute()
}

export async function setMissedAt(tx: Transaction, name: string, at: string | null): Promise<void> {
  await tx.updateTable('sync_file').set({ missed_at: at }).where('id', '=', name).execute()
}

export async function deleteFile(tx: Transaction, name: string): Promise<void> {
  await tx.deleteFrom('sync_file').where('id', '=', name).execute()
}

export async function chainsOf(db: Reader): Promise<Chain[]> {
  const rows = await db.selectFrom('sync_chain').selectAll().execute()
  return rows.map((row) => ({
    device: row.device,
    scope: row.scope as Scope, // as above
    head: [row.seq, row.hash],
    base: [row.base_seq, row.base_hash],
    told: [row.told_seq, row.told_hash],
  }))
}

export async function saveChain(tx: Transaction, { device, scope, head, base, told }: Chain): Promise<void> {
  await replaceRow(tx, 'sync_chain', {
    id: `${device}/${scope}`,
    ...{ device, scope, seq: head[0], hash: head[1] },
    ...{ base_seq: base[0], base_hash: base[1], told_seq: told[0], told_hash: told[1] },
  })
}

export async function devicesOf(db: Reader): Promise<HeardDevice[]> {
  const rows = await db.selectFrom('sync_device').selectAll().execute()
  return rows.map((row) => ({
    id: row.id,
    recipient: row.recipient,
    recipientIn: row.recipient_in,
    heardAt: row.heard_at,
    lastFull: row.last_full === null ? null : JSON.parse(row.last_full),
  }))
}

export async function saveDevice(tx: Transaction, device: HeardDevice): Promise<void> {
  await replaceRow(tx, 'sync_device', {
    id: device.id,
    recipient: device.recipient,
    recipient_in: device.recipientIn,
    heard_at: device.heardAt,
    last_full: device.lastFull && JSON.stringify(device.lastFull),
  })
}

/** Nobody shares any more. */
export async function forgetAll(tx: Transaction): Promise<void> {
  for (const table of syncTables) await tx.deleteFrom(table).execute()
}

const syncTables = ['sync_vault', 'sync_key', 'sync_list', 'sync_file', 'sync_chain', 'sync_device'] as const
type SyncTable = (typeof syncTables)[number]

/** The rows above are written as the tables want them; here only the name of the table is left open. */
async function replaceRow<Name extends SyncTable>(tx: Transaction, table: Name, row: NewRow<Name>): Promise<void> {
  const { id: _id, ...values } = row as unknown as Record<string, never>
  const insert = tx.insertInto(table as SyncTable).values(row as never)
  await insert.onConflict((conflict) => conflict.column('id').doUpdateSet(values)).execute()
}
