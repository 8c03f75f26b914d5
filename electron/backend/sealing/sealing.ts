// The book key of one open book. It is made by the first thing that is sealed, lives in memory only, and is in the book only wrapped.
// A key that cannot be opened is never fatal and never replaced: the book works, sealed things cannot be read or written until somebody
// brings a way in, and nothing is ever begun anew.
import { randomBytes, randomUUID } from 'node:crypto'
import { type WriteContext, write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import type { BookKeyRecord, KeyWrap } from './book-key-queries.ts'
import { bookKeyOf, insertBookKey, insertWrap, wrapsOf } from './book-key-queries.ts'
import { makeKeyFile, readKeyFile } from './key-file.ts'
import { createSealer, deriveKey, type Opener, type Sealer } from './sealer.ts'

export interface Sealing {
  /**
   * What seals. The first call makes the book key. Ask for it BEFORE write(), never inside: it reads and writes the book by itself,
   * and inside a transaction that would wait forever. What it answers is synchronous and may be used inside.
   * Throws RuleBroken `keyMissing` when the key cannot be opened on this computer now.
   */
  forWriting(): Promise<Sealer>
  /** What opens; undefined when nothing was ever sealed, or the key cannot be opened now: show "nu niet te lezen". Not inside write(). */
  forReading(): Promise<Opener | undefined>
}

export interface SealingOptions extends WriteContext {
  /** Folder of the key files; outside the book and its copies. */
  readonly keyFolder: string
}

const firstVersion = 1

export function createSealing(options: SealingOptions): Sealing {
  const { db, keyFolder } = options
  let sealer: Sealer | undefined
  let queue: Promise<unknown> = Promise.resolve()

  return {
    forWriting: async () => sealer ?? inTurn(openOrMake),
    forReading: async () => sealer ?? inTurn(openKey),
  }

  /** Two that ask at once must not both make a key. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = queue.then(work)
    queue = mine.catch(() => undefined)
    return mine
  }

  async function openOrMake(): Promise<Sealer> {
    const opened = await openKey()
    if (opened) return opened
    if (await bookKeyOf(db)) throw new RuleBroken('keyMissing')
    return makeKey()
  }

  async function openKey(): Promise<Sealer | undefined> {
    if (sealer) return sealer
    const record = await bookKeyOf(db)
    if (!record) return undefined
    for (const wrap of await wrapsOf(db, record.id)) {
      const key = await openWrap(wrap)
      if (key && checkValueOf(key) === record.checkValue) return hold(key, record.version)
    }
    return undefined
  }

  async function openWrap(wrap: KeyWrap): Promise<Uint8Array | undefined> {
    if (wrap.holder !== 'keyFile') return undefined
    const wrappingKey = await readKeyFile(keyFolder, wrap.id)
    return wrappingKey && unwrap(wrappingKey, wrap)
  }

  /** The way in is on the disk before the book says that there is a key: a power cut leaves a file too many, never a key too few. */
  async function makeKey(): Promise<Sealer> {
    const key = randomBytes(32)
    const madeAt = options.now().toISOString()
    const record: BookKeyRecord = {
      id: options.newId(),
      version: firstVersion,
      checkValue: checkValueOf(key),
      madeAt,
    }
    // Never a name that was given before: a key file is never written over.
    const wrapId = randomUUID()
    const wrap: KeyWrap = {
      id: wrapId,
      keyId: record.id,
      holder: 'keyFile',
      device: options.device,
      wrapped: wrapKey(await makeKeyFile(keyFolder, wrapId), wrapId, key),
      details: {},
      madeAt,
      confirmedAt: null,
    }
    const back = await openWrap(wrap)
    if (!back || checkValueOf(back) !== record.checkValue)
      throw new Error('the key file that was just made does not open')
    await write(options, { kind: 'keyKept' }, async (tx) => {
      await insertBookKey(tx, record)
      await insertWrap(tx, wrap)
    })
    return hold(key, record.version)
  }

  function hold(key: Uint8Array, version: number): Sealer {
    sealer = createSealer(key, version)
    return sealer
  }
}

const wrapPlace = (id: string) => ({ table: 'book_key_wrap', id, column: 'wrapped' })

function wrapKey(wrappingKey: Uint8Array, id: string, key: Uint8Array): string {
  return createSealer(wrappingKey, firstVersion).seal(wrapPlace(id), key).toString('base64')
}

/** The key inside a wrap; undefined when the wrapping key is not the one that made it. */
function unwrap(wrappingKey: Uint8Array, wrap: KeyWrap): Buffer | undefined {
  try {
    return createSealer(wrappingKey, firstVersion).open(wrapPlace(wrap.id), Buffer.from(wrap.wrapped, 'base64'))
  } catch (error) {
    if (error instanceof RuleBroken) return undefined
    throw error
  }
}

function checkValueOf(key: Uint8Array): string {
  return deriveKey(key, 'check').toString('hex')
}
