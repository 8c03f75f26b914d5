// The book key of one open book. It is made by the first thing that is sealed, lives in memory only, and is in the book only wrapped.
// A key that cannot be opened is never fatal and never replaced: the book works, sealed things cannot be read or written until somebody
// brings a way in, and nothing is ever begun anew.
import { randomBytes, randomInt, randomUUID } from 'node:crypto'
import {
  checkSheetGroup,
  groupsOfSheetLine,
  lineOfSecret,
  plainSheetText,
  sheetGroupCount,
} from '../../../shared/domain/sheet-line.ts'
import type { KeyStore } from '../capabilities.ts'
import type { Transaction } from '../database/transaction.ts'
import { type WriteContext, write } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { rootKeyOfSheet } from '../sync/keys/root-key.ts'
import type { CarriedBookKey } from '../sync/pairing/carry-book-key.ts'
import type { BookKeyRecord, KeyWrap } from './book-key-queries.ts'
import { bookKeyOf, deleteWraps, insertBookKey, insertWrap, setConfirmed, wrapsOf } from './book-key-queries.ts'
import { createComputerWay } from './computer-way.ts'
import { removeKeyFile } from './key-file.ts'
import { openByPassphrase, usualPassphraseWork, wrapByPassphrase } from './passphrase-way.ts'
import { makeSheet, openBySheet, recipientOfSheet } from './recovery-sheet.ts'
import { createSealer, deriveKey, type Opener, type Sealer } from './sealer.ts'
import { selfTest } from './self-test.ts'
import { readSheetLine } from './sheet-input.ts'
import { checkValueOf } from './wrap-key.ts'

export interface Sealing {
  /**
   * What seals. The first call makes the book key. Ask for it BEFORE write(), never inside: it reads and writes the book by itself,
   * and inside a transaction that would wait forever. What it answers is synchronous and may be used inside.
   * Throws RuleBroken `keyMissing` when the key cannot be opened on this computer now, `sealingBroken` when the cryptography here
   * gives wrong answers.
   */
  forWriting(): Promise<Sealer>
  /** What opens; undefined when nothing was ever sealed, or the key cannot be opened now: show "nu niet te lezen". Not inside write(). */
  forReading(): Promise<Opener | undefined>
  /** What is known of the key; tries to open it. */
  look(): Promise<KeyLook>
  /** Throws RuleBroken `sheetLineWrong` (a sign is wrong), `sheetOfOther` (a sheet, but not of this key). */
  openBySheet(typed: string): Promise<void>
  /** Throws RuleBroken `passphraseWrong`, after a pause that grows with each wrong one. */
  openByPassphrase(passphrase: string): Promise<void>
  /** Throws RuleBroken `passphraseTooShort`, or `sheetFirst`: whoever forgets a passphrase has only the sheet. */
  choosePassphrase(passphrase: string): Promise<void>
  dropPassphrase(): Promise<void>
  /** A new sheet, which already opens the key; it counts once confirmSheet() was told two of its groups. */
  beginSheet(): Promise<BegunSheet>
  /** Throws RuleBroken `sheetGroupWrong` with the `field`, or `sheetNotBegun` when this program no longer knows the sheet. */
  confirmSheet(first: string, second: string): Promise<void>
  /**
   * Who can open a file that leaves this PC: the recovery sheet, and whoever has the book key. Throws RuleBroken `copyNeedsSheet`
   * as long as no sheet was typed back, and `keyMissing`.
   */
  carriers(): Promise<Carriers>
  /** The identity of {@link Carriers}; undefined while the key cannot be opened here. */
  ownLine(): Promise<string | undefined>
  /** The key itself, for a successor; undefined when nothing was ever sealed. Throws RuleBroken `keyMissing`. */
  giveKey(): Promise<Uint8Array | undefined>
  /** What the list of PCs needs to know of the recovery sheet. Throws RuleBroken `sharingNeedsSheet`: there is none, or it is too old. */
  sheetForSharing(): Promise<{ readonly recipient: string; readonly root: string }>
  /** The key with all that another PC of this book needs; undefined when nothing was ever sealed. Throws RuleBroken `keyMissing`. */
  carryKey(): Promise<CarriedBookKey | undefined>
  /** The same on the other PC, in a book without a key. */
  adoptKey(carried: CarriedBookKey): Promise<void>
  /** The key that came with a handed-over book. From now on this PC opens it; the ways of the former one are gone, but for the sheet. */
  takeKey(key: Uint8Array): Promise<void>
}

export interface Carriers {
  /** Public half of the line on the sheet. */
  readonly sheet: string
  /** An age identity made from the book key: every PC that has the key has this too. */
  readonly ownLine: string
}

export interface KeyLook {
  readonly record: BookKeyRecord | undefined
  /** Newest first. */
  readonly wraps: readonly KeyWrap[]
  readonly isOpen: boolean
  /** The key store of this computer, if it has one. */
  readonly storeHere: string | null
  readonly ask: readonly [number, number] | undefined
}

export interface BegunSheet {
  readonly line: string
  readonly groups: readonly string[]
  /** Numbers, from 1, of the groups to type back. */
  readonly ask: readonly [number, number]
}

export interface SealingOptions extends WriteContext {
  /** Folder of the key files; outside the book and its copies. */
  readonly keyFolder: string
  readonly keyStore?: KeyStore | undefined
  /** Waits between wrong passphrases. */
  readonly wait?: (milliseconds: number) => Promise<void>
  /** Cost of scrypt for a passphrase, as a power of two; low in tests only. */
  readonly passphraseWork?: number
}

const firstVersion = 1
const shortestPassphrase = 10
const longestWait = 30_000

export function createSealing(options: SealingOptions): Sealing {
  const { db, device, keyFolder, wait = pause, passphraseWork = usualPassphraseWork } = options
  const computer = createComputerWay({ keyFolder, keyStore: options.keyStore, device })
  let held: { readonly key: Uint8Array; readonly keyId: string; readonly sealer: Sealer } | undefined
  let begun: (BegunSheet & { readonly wrapId: string }) | undefined
  let wrongPassphrases = 0
  let queue: Promise<unknown> = Promise.resolve()

  return {
    forWriting: async () => held?.sealer ?? inTurn(async () => (await openOrMake()).sealer),
    forReading: async () => held?.sealer ?? inTurn(async () => (await openKey())?.sealer),
    look: () => inTurn(look),
    openBySheet: (typed) => inTurn(() => enterBySheet(typed)),
    openByPassphrase: (passphrase) => inTurn(() => enterByPassphrase(passphrase)),
    choosePassphrase: (passphrase) => inTurn(() => choosePassphrase(passphrase)),
    dropPassphrase: () => inTurn(dropPassphrase),
    beginSheet: () => inTurn(beginSheet),
    confirmSheet: (first, second) => inTurn(() => confirmSheet(first, second)),
    carriers: () => inTurn(carriers),
    ownLine: () => inTurn(async () => lineOf(await openKey())),
    giveKey: () => inTurn(giveKey),
    sheetForSharing: () => inTurn(sheetForSharing),
    carryKey: () => inTurn(carryKey),
    adoptKey: (carried) => inTurn(() => adoptKey(carried)),
    takeKey: (key) => inTurn(() => takeKey(key)),
  }

  /** Two that ask at once must not both make a key. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = queue.then(work)
    queue = mine.catch(() => undefined)
    return mine
  }

  async function openOrMake(): Promise<Held> {
    const opened = await openKey()
    if (opened) return opened
    if (await bookKeyOf(db)) throw new RuleBroken('keyMissing')
    return makeKey()
  }

  async function openKey(): Promise<Held | undefined> {
    if (held) return held
    const record = await bookKeyOf(db)
    if (!record) return undefined
    for (const wrap of await wrapsOf(db, record.id)) {
      const opened = await computer.open(wrap)
      if (!opened || checkValueOf(opened.key) !== record.checkValue) continue
      if (opened.isOld) await replace([wrap], await computer.make(opened.key, record.id, now()))
      return hold(opened.key, record)
    }
    return undefined
  }

  /** The way in is on the disk before the book says that there is a key: a power cut leaves a file too many, never a key too few. */
  async function makeKey(): Promise<Held> {
    await selfTest('cipher')
    const key = randomBytes(32)
    const record = { id: options.newId(), version: firstVersion, checkValue: checkValueOf(key), madeAt: now() }
    const wrap = await computer.make(key, record.id, record.madeAt)
    await keep(async (tx) => {
      await insertBookKey(tx, record)
      await insertWrap(tx, wrap)
    })
    return hold(key, record)
  }

  function hold(key: Uint8Array, record: BookKeyRecord): Held {
    held = { key, keyId: record.id, sealer: createSealer(key, record.version) }
    return held
  }

  async function look(): Promise<KeyLook> {
    await openKey()
    const record = await bookKeyOf(db)
    return {
      record,
      wraps: record ? await wrapsOf(db, record.id) : [],
      isOpen: held !== undefined,
      storeHere: (await computer.keyStore())?.backend ?? null,
      ask: begun?.ask,
    }
  }

  async function enterBySheet(typed: string): Promise<void> {
    const line = readSheetLine(typed)
    await selfTest('sheet')
    const { record, wraps } = await keyInBook()
    const recipient = await recipientOfSheet(line)
    const wrap = wraps.find(({ holder, details }) => holder === 'sheet' && details.recipient === recipient)
    const key = wrap && (await openBySheet(line, wrap.wrapped))
    if (!key || checkValueOf(key) !== record.checkValue) throw new RuleBroken('sheetOfOther', { field: 'line' })
    hold(key, record)
    // Somebody who typed the whole line has shown that the paper is good.
    if (!wrap.confirmedAt) await confirm(wrap, wraps)
    await letComputerOpen(key, record, wraps)
  }

  async function enterByPassphrase(passphrase: string): Promise<void> {
    const { record, wraps } = await keyInBook()
    if (wrongPassphrases > 0) await wait(Math.min(2 ** (wrongPassphrases - 1) * 1000, longestWait))
    for (const wrap of wraps.filter(({ holder }) => holder === 'passphrase')) {
      const key = await openByPassphrase(wrap, passphrase, passphraseWork)
      if (!key || checkValueOf(key) !== record.checkValue) continue
      wrongPassphrases = 0
      hold(key, record)
      return options.announce({ topic: 'book' })
    }
    wrongPassphrases += 1
    throw new RuleBroken('passphraseWrong', { field: 'passphrase' })
  }

  async function choosePassphrase(passphrase: string): Promise<void> {
    if (passphrase.trim().length < shortestPassphrase)
      throw new RuleBroken('passphraseTooShort', { field: 'passphrase', least: shortestPassphrase })
    await selfTest('passphrase')
    const { key, keyId } = await openOrMake()
    const wraps = await wrapsOf(db, keyId)
    if (!wraps.some(({ holder, confirmedAt }) => holder === 'sheet' && confirmedAt)) throw new RuleBroken('sheetFirst')
    const id = randomUUID()
    const made = await wrapByPassphrase(key, passphrase, id, passphraseWork)
    // What other computers hold stays: here it opens nothing.
    const gone = wraps.filter(
      (wrap) => wrap.holder === 'passphrase' || wrap.holder === 'keyFile' || isOfThisStore(wrap),
    )
    await replace(gone, { id, keyId, holder: 'passphrase', device: null, ...made, madeAt: now(), confirmedAt: null })
    for (const wrap of gone) if (wrap.holder === 'keyFile') await removeKeyFile(keyFolder, wrap.id)
  }

  async function dropPassphrase(): Promise<void> {
    const { record, wraps } = await keyInBook()
    if (!held) throw new RuleBroken('keyMissing')
    const gone = wraps.filter(({ holder }) => holder === 'passphrase')
    if (gone.length > 0) await replace(gone, await computer.make(held.key, record.id, now()))
  }

  async function beginSheet(): Promise<BegunSheet> {
    await selfTest('sheet')
    const { key, keyId } = await openOrMake()
    const { line, recipient, wrapped } = await makeSheet(key)
    const wrapId = randomUUID()
    const unconfirmed = (await wrapsOf(db, keyId)).filter(
      ({ holder, confirmedAt }) => holder === 'sheet' && !confirmedAt,
    )
    const details = { recipient, root: (await rootKeyOfSheet(line)).publicKey }
    await replace(unconfirmed, {
      ...{ id: wrapId, keyId, holder: 'sheet', device: null, wrapped, details, madeAt: now(), confirmedAt: null },
    })
    const sheet = { line, groups: groupsOfSheetLine(line), ask: twoGroups() }
    begun = { ...sheet, wrapId }
    return sheet
  }

  async function confirmSheet(first: string, second: string): Promise<void> {
    const wraps = held ? await wrapsOf(db, held.keyId) : []
    const wrap = wraps.find(({ id }) => id === begun?.wrapId)
    if (!begun || !wrap) throw new RuleBroken('sheetNotBegun')
    const typed = { first, second }
    for (const [index, field] of (['first', 'second'] as const).entries()) {
      const group = (begun.ask[index] ?? 0) - 1
      const isRight = checkSheetGroup(typed[field], group) === 'right'
      if (!isRight || plainSheetText(typed[field]) !== begun.groups[group])
        throw new RuleBroken('sheetGroupWrong', { field })
    }
    await confirm(wrap, wraps)
    begun = undefined
  }

  async function carriers(): Promise<Carriers> {
    const { key, keyId } = await openOrMake()
    const sheet = await sheetOf(keyId)
    if (typeof sheet?.details.recipient !== 'string') throw new RuleBroken('copyNeedsSheet')
    await selfTest('sheet')
    return { sheet: sheet.details.recipient, ownLine: carryLine(key) }
  }

  async function giveKey(): Promise<Uint8Array | undefined> {
    const opened = await openKey()
    if (!opened && (await bookKeyOf(db))) throw new RuleBroken('keyMissing')
    return opened?.key
  }

  async function sheetForSharing() {
    const record = await bookKeyOf(db)
    const { recipient, root } = (record && (await sheetOf(record.id)))?.details ?? {}
    if (typeof recipient !== 'string' || typeof root !== 'string') throw new RuleBroken('sharingNeedsSheet')
    return { recipient, root }
  }

  async function carryKey(): Promise<CarriedBookKey | undefined> {
    const record = await bookKeyOf(db)
    const key = await giveKey()
    if (!record || !key) return undefined
    const sheet = await sheetOf(record.id)
    const { recipient, root } = sheet?.details ?? {}
    const carriesSheet = sheet && typeof recipient === 'string'
    return {
      record,
      key,
      sheet: carriesSheet
        ? { wrapped: sheet.wrapped, recipient, madeAt: sheet.madeAt, ...(typeof root === 'string' && { root }) }
        : null,
    }
  }

  async function adoptKey({ record, key, sheet }: CarriedBookKey): Promise<void> {
    if (checkValueOf(key) !== record.checkValue) throw new RuleBroken('bookFileDamaged')
    if (await bookKeyOf(db)) return
    const wrap = await computer.make(key, record.id, now())
    await keep(async (tx) => {
      await insertBookKey(tx, record)
      await insertWrap(tx, wrap)
      if (!sheet) return
      const { wrapped, madeAt, ...details } = sheet
      const shared = { id: randomUUID(), keyId: record.id, holder: 'sheet', device: null } as const
      await insertWrap(tx, { ...shared, wrapped, details, madeAt, confirmedAt: madeAt })
    })
    hold(key, record)
  }

  async function sheetOf(keyId: string): Promise<KeyWrap | undefined> {
    return (await wrapsOf(db, keyId)).find(({ holder, confirmedAt }) => holder === 'sheet' && confirmedAt)
  }

  async function takeKey(key: Uint8Array): Promise<void> {
    const record = await bookKeyOf(db)
    if (!record || checkValueOf(key) !== record.checkValue) throw new RuleBroken('bookFileDamaged')
    hold(key, record)
    const former = (await wrapsOf(db, record.id)).filter(({ holder }) => holder !== 'sheet')
    await replace(former, await computer.make(key, record.id, now()))
  }

  async function confirm(wrap: KeyWrap, wraps: readonly KeyWrap[]): Promise<void> {
    const others = wraps.filter(({ holder, id }) => holder === 'sheet' && id !== wrap.id)
    await keep(async (tx) => {
      await setConfirmed(tx, wrap.id, now())
      await deleteWraps(tx, others)
    })
  }

  /** After a sheet opened the key: from now on this computer does, unless a passphrase was chosen. */
  async function letComputerOpen(key: Uint8Array, record: BookKeyRecord, wraps: readonly KeyWrap[]): Promise<void> {
    if (wraps.some(({ holder }) => holder === 'passphrase')) return options.announce({ topic: 'book' })
    for (const wrap of wraps) if (await computer.open(wrap)) return options.announce({ topic: 'book' })
    // What did not open stays too: a key store that was shut may open again.
    await replace([], await computer.make(key, record.id, now()))
  }

  async function keyInBook(): Promise<{ record: BookKeyRecord; wraps: KeyWrap[] }> {
    const record = await bookKeyOf(db)
    if (!record) throw new RuleBroken('sheetOfOther', { field: 'line' })
    return { record, wraps: await wrapsOf(db, record.id) }
  }

  async function replace(gone: readonly KeyWrap[], wrap: KeyWrap): Promise<void> {
    await keep(async (tx) => {
      await deleteWraps(tx, gone)
      await insertWrap(tx, wrap)
    })
  }

  /** Keys are of this book and no action of the association: they leave no trace in the history, and no undo reaches them. */
  async function keep(work: (tx: Transaction) => Promise<void>): Promise<void> {
    await write(options, { kind: 'keyKept' }, work)
    options.announce({ topic: 'changed', tables: ['book_key_wrap'] })
  }

  function isOfThisStore(wrap: KeyWrap): boolean {
    return wrap.holder === 'keyStore' && wrap.device === device
  }

  function now(): string {
    return options.now().toISOString()
  }
}

type Held = { readonly key: Uint8Array; readonly keyId: string; readonly sealer: Sealer }

const carryLine = (key: Uint8Array) => lineOfSecret(deriveKey(key, 'carry'))
const lineOf = (opened: Held | undefined) => opened && carryLine(opened.key)

/** Two different whole groups, the earlier first. */
function twoGroups(): readonly [number, number] {
  const whole = sheetGroupCount - 1
  const first = randomInt(1, whole)
  return [first, randomInt(first + 1, whole + 1)]
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
