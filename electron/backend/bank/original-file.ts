// The bytes of a bank file as they came: compressed, sealed, and known by their SHA-256, so that whoever checks the books can lay
// them beside what the bank gives.
import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { BookContext } from '../context.ts'
import type { Reader, Transaction } from '../database/transaction.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { Opener, Sealer } from '../sealing/sealer.ts'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Compressed and sealed: outside write(), because of a large file it takes a moment. */
export function sealOriginal(sealer: Sealer, sha256: string, bytes: Uint8Array): Buffer {
  return sealer.seal(placeOf(sha256), gzipSync(bytes))
}

/** Keeps the bytes; those that are there already stay. */
export async function keepOriginal(tx: Transaction, sha256: string, content: Buffer): Promise<void> {
  const there = await tx.selectFrom('bank_file_content').select('id').where('id', '=', sha256).executeTakeFirst()
  if (!there) await tx.insertInto('bank_file_content').values({ id: sha256, content }).execute()
}

/**
 * The file as the bank gave it.
 * @throws RuleBroken notFound (another PC took it in), keyMissing, sealedDamaged, bankFileAltered
 */
export async function openOriginal(context: BookContext, sha256: string): Promise<Buffer> {
  const opener = await context.sealing.forReading()
  if (!opener) throw new RuleBroken('keyMissing')
  return readOriginal(context.db, opener, sha256)
}

async function readOriginal(db: Reader, opener: Opener, sha256: string): Promise<Buffer> {
  const row = await db.selectFrom('bank_file_content').select('content').where('id', '=', sha256).executeTakeFirst()
  if (!row) throw new RuleBroken('notFound', { table: 'bank_file_content' })
  const bytes = gunzipSync(opener.open(placeOf(sha256), row.content))
  if (sha256Of(bytes) !== sha256) throw new RuleBroken('bankFileAltered')
  return bytes
}

export interface OriginalFault {
  readonly fileId: string
  readonly name: string
  /** missing: the bytes are not on this PC. altered: they are not those that were taken in. locked: the key is not here now. */
  readonly fault: 'missing' | 'altered' | 'locked'
}

/** Which of the files that were taken in are not there, whole and unchanged; empty when all are. */
export async function checkOriginals(context: BookContext): Promise<OriginalFault[]> {
  const files = await context.db
    .selectFrom('bank_file')
    .select(['id', 'name', 'sha256'])
    .where('deleted_at', 'is', null)
    .orderBy('taken_at')
    .orderBy('id')
    .execute()
  const opener = files.length > 0 ? await context.sealing.forReading() : undefined
  const faults: OriginalFault[] = []
  for (const { id, name, sha256 } of files) {
    const fault = opener ? await faultOf(context.db, opener, sha256) : 'locked'
    if (fault) faults.push({ fileId: id, name, fault })
  }
  return faults
}

async function faultOf(db: Reader, opener: Opener, sha256: string): Promise<OriginalFault['fault'] | null> {
  try {
    await readOriginal(db, opener, sha256)
    return null
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error
    return error.code === 'notFound' ? 'missing' : 'altered'
  }
}

const placeOf = (sha256: string) => ({ table: 'bank_file_content', id: sha256, column: 'content' })
