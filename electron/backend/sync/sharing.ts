// Keeping a book together, seen from one PC: begin, invite, let in, join, take off, and the looks at the folder in between. While
// nobody shares there is one row less in the book and no timer: it costs nothing.
import { randomBytes } from 'node:crypto'
import { type SharingRole, sharedParts } from '../../../shared/domain/sharing-role.ts'
import type { SyncStatus } from '../../../shared/domain/sync-status.ts'
import { bookSecretOf } from '../books/book-queries.ts'
import type { FolderProcess, KeyStore } from '../capabilities.ts'
import type { Transaction } from '../database/transaction.ts'
import { exchange, type WriteContext } from '../database/write.ts'
import { RuleBroken } from '../rule-broken.ts'
import { createComputerWay } from '../sealing/computer-way.ts'
import type { Sealing } from '../sealing/sealing.ts'
import { createDeviceChanges } from './change-devices.ts'
import { countRemovals } from './count-removals.ts'
import { founderOf, foundVault, isHalfFounded, markFolder, prepareToJoin } from './folder/begin.ts'
import { hasForgottenErased } from './folder/epochs.ts'
import { loadMemory, type Memory } from './folder/memory.ts'
import { openSharedFolder, type SharedFolder } from './folder/shared-folder.ts'
import { createSyncLoop } from './folder/sync-loop.ts'
import { changeOf, type SyncOptions } from './folder/sync-options.ts'
import { forgetAll } from './folder/sync-queries.ts'
import { instantOfWall } from './folder/wall-time.ts'
import { destroyKeyFile } from './keys/device-keys.ts'
import { tryPrimitives } from './keys/try-primitives.ts'
import { createMerge } from './merge/create-merge.ts'
import { leaveNoTrace } from './merge/erase-rows.ts'
import { adminMemory, disputedIn, isAdminOf, ownEntry } from './own-place.ts'
import { fromLetter } from './pairing/carry-book-key.ts'
import {
  checkWordsOf,
  endInvitation,
  entryOf,
  lookForAnswer,
  type MadeInvitation,
  sendInvitation,
  sendWelcome,
} from './pairing/invite.ts'
import { lookForWelcome, openInvitation, sendAnswer } from './pairing/join.ts'
import { deleteInvitation, type Invitation, invitationsOf, recipientsOfLetters } from './pairing/pairing-queries.ts'
import { brokenStatus, nothingShared, type SharingState } from './sharing-state.ts'

export interface Sharing {
  state(): Promise<SharingState>
  /** Throws RuleBroken `sharedAlready`, `sharingNeedsSheet`, or what is wrong with the folder. */
  begin(place: { readonly folder: string; readonly name: string }): Promise<void>
  /** The words to say over the telephone, and the invitation itself, which lies in the folder too. */
  invite(whom: { readonly invited: string; readonly role: SharingRole }): Promise<MadeInvitation>
  /** Both on the telephone saw the same two words: this PC is let in. */
  confirm(invitation: string): Promise<void>
  withdraw(invitation: string): Promise<void>
  /** Answers the invitation that the words open; the book comes after somebody confirmed. Only in an empty book. */
  join(wanted: WantedJoin): Promise<void>
  /** No more keeping together on this PC; the book stays. */
  leave(): Promise<void>
  /** Takes a PC off. Everything goes on in a new folder, into which it cannot write. */
  remove(device: string, folder: string): Promise<void>
  /** That PC may invite and take off, too. */
  makeAdmin(device: string): Promise<void>
  /** That PC has the whole book from now on, and may invite and take off. */
  handOver(device: string): Promise<void>
  /** Throws RuleBroken `notDisputed`, or `sheetLineWrong` and `sheetOfOther` for a line that cannot decide here. */
  settle(line: string, keep: readonly string[]): Promise<void>
  /** A new recovery sheet was made here: from now on files are made for it, and it decides. Nothing where this PC may not say so. */
  takeNewSheet(): Promise<void>
  moveTo(folder: string): Promise<void>
  /** Up to where others were heard of; undefined while nobody shares. */
  heardUpTo(): Promise<string | undefined>
  /** Inside an action that was filled in upon what was heard up to `seen`: what came later stays beside it. */
  keepUnseen(tx: Transaction, seen: string): Promise<void>
  /** Takes in what was held because it removes many people: somebody looked. */
  release(device: string): Promise<void>
  /** Puts back what is missing in the folder. */
  repair(): Promise<void>
  /** One look at the folder now. */
  look(): Promise<void>
  /** Begins the looks, when the book is shared. */
  start(): Promise<void>
  close(): Promise<void>
}

export interface WantedJoin {
  readonly folder: string
  readonly name: string
  readonly words: readonly string[]
  /** The invitation, when it did not come by the folder. */
  readonly letter: Uint8Array | undefined
}

export interface SharingOptions extends WriteContext {
  readonly folderProcess: FolderProcess | undefined
  readonly keyStore: KeyStore | undefined
  readonly keyFolder: string
  readonly sealing: Sealing
  readonly appVersion: string
  readonly wordsWork: number
  readonly bookName: () => Promise<string | undefined>
  /** LEESMIJ.txt in the folder. */
  readonly readme: () => string
  /** The book of a PC that joined is there. */
  readonly onArrived: () => Promise<void>
  readonly log: (line: string) => void
}

const seconds = 1000
const usualPause = 30 * seconds
const lastLook = 3 * seconds
/** Sizes and contents are looked at once in so many looks. */
const thoroughEvery = 20

export function createSharing(options: SharingOptions): Sharing {
  const { db, sealing, folderProcess } = options
  const way = createComputerWay({ keyFolder: options.keyFolder, keyStore: options.keyStore, device: options.device })
  const openFolder = (root: string, writer: string): SharedFolder => {
    if (!folderProcess) throw new RuleBroken('notInThisShell')
    return openSharedFolder({ root, writer, process: folderProcess })
  }
  const syncOptions: SyncOptions = {
    ...pickWriting(options),
    merge: createMerge(options),
    openFolder,
    way,
    keyFolder: options.keyFolder,
    appVersion: options.appVersion,
    newDeviceId: () => randomBytes(4).toString('hex'),
    awaitedRecipients: () => recipientsOfLetters(db),
    countRemovals,
  }
  const change = changeOf(syncOptions)
  const loop = createSyncLoop(syncOptions)
  const devices = createDeviceChanges({ db, way, sealing, loop, markFolder: markFor, lookOnce, tellWindows })
  let timer: NodeJS.Timeout | undefined
  let looks = 0
  let isBroken = false
  let queue: Promise<unknown> = Promise.resolve()

  return {
    state: () => state(),
    begin: (place) => inTurn(() => begin(place)),
    invite: (whom) => inTurn(() => invite(whom)),
    confirm: (id) => inTurn(() => confirm(id)),
    withdraw: (id) => inTurn(async () => endInvitation(id, await inviting())),
    join: (wanted) => inTurn(() => join(wanted)),
    leave: () => inTurn(leave),
    remove: (device, folder) => inTurn(() => devices.remove(device, folder)),
    makeAdmin: (device) => inTurn(() => devices.makeAdmin(device)),
    handOver: (device) => inTurn(() => devices.handOver(device)),
    settle: (line, keep) => inTurn(() => devices.settle(line, keep)),
    takeNewSheet: () => inTurn(devices.takeNewSheet),
    moveTo: (folder) => inTurn(() => moveTo(folder)),
    heardUpTo: () => syncOptions.merge.heardUpTo(db),
    keepUnseen: (tx, seen) => syncOptions.merge.keepUnseen(tx, seen),
    release: (device) => inTurn(() => loop.release(device)),
    repair: () =>
      inTurn(async () => {
        loop.repair()
        await lookOnce()
      }),
    look: () => inTurn(lookOnce),
    start: async () => {
      if (await loadMemory(db, way)) startLooking()
    },
    close: async () => {
      clearInterval(timer)
      // What was written down last goes along, unless the folder keeps us waiting.
      if (timer) await Promise.race([inTurn(lookOnce).catch(() => undefined), pause(lastLook)])
      timer = undefined
    },
  }

  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = queue.then(work)
    queue = mine.catch(() => undefined)
    return mine
  }

  function startLooking(): void {
    clearInterval(timer)
    timer = setInterval(() => {
      inTurn(lookOnce).catch((error: unknown) =>
        options.log(`error while looking into the shared folder: ${error instanceof Error ? error.name : 'unknown'}`),
      )
    }, usualPause).unref()
  }

  /** What is waiting is sent, what came is taken in, and letters are looked for. */
  async function lookOnce(): Promise<void> {
    const before = JSON.stringify(shownStatus())
    isBroken = await tryPrimitives().then(
      () => false,
      () => true,
    )
    // Nothing is read or made with keys that may not be what they seem.
    if (!isBroken) await lookInside()
    if (JSON.stringify(shownStatus()) !== before) options.announce({ topic: 'changed', tables: ['sync_vault'] })
  }

  function shownStatus(): SyncStatus | null {
    return isBroken ? brokenStatus : (loop.status() ?? null)
  }

  async function lookInside(): Promise<void> {
    looks += 1
    await forgetErased()
    await readWelcome()
    await loop.tick({ cut: true, thorough: looks % thoroughEvery === 1 })
    await readAnswers()
  }

  /** Somebody was erased, here or elsewhere: the old files go too, and one of those who may see to it does. */
  async function forgetErased(): Promise<void> {
    const { count } = await db
      .selectFrom('sync_erased')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    if (!(await loop.noteErased(count))) return
    await leaveNoTrace(db)
    const memory = await loadMemory(db, way)
    if (memory && isAdminOf(memory)) loop.requestEpoch(sharedParts)
  }

  async function begin({ folder, name }: { folder: string; name: string }): Promise<void> {
    await tryPrimitives()
    const memory = await loadMemory(db, way)
    if (memory && !isHalfFounded(memory)) throw new RuleBroken('sharedAlready')
    const { recipient, root } = await sealing.sheetForSharing()
    if (memory) await leave()
    const vault = randomBytes(8).toString('hex')
    const founder = founderOf(await bookSecretOf(db), options.device)
    // This PC has the whole book: it sees all of it.
    const own = { vault, founder, folder, name, readme: options.readme() }
    const founding = { ...own, scopes: sharedParts, sheet: recipient, root }
    await foundVault(founding, syncOptions)
    loop.forget()
    startLooking()
    loop.requestEpoch(sharedParts)
    await lookOnce()
    tellWindows()
  }

  async function invite({ invited, role }: { invited: string; role: SharingRole }): Promise<MadeInvitation> {
    const memory = await adminMemory(db, way)
    const own = ownEntry(memory)
    const [identity] = memory.keys?.identities ?? []
    if (!own || !identity) throw new RuleBroken('keyMissing')
    const made = await sendInvitation(
      {
        vault: memory.vault.id,
        bookName: (await options.bookName()) ?? '',
        invited,
        role,
        inviter: { device: own.id, name: own.name, recipient: identity[0], signKey: own.signKey },
        people: (memory.list?.devices ?? []).map((device) => device.name),
        work: options.wordsWork,
      },
      await inviting(memory),
    )
    tellWindows()
    return made
  }

  async function confirm(id: string): Promise<void> {
    const memory = await adminMemory(db, way)
    const invitation = (await invitationsOf(db, 'inviter')).find((one) => one.id === id)
    if (!invitation) throw new RuleBroken('invitationGone')
    const entry = entryOf(invitation)
    const isKeyNeeded = entry.scopes.some((scope) => scope === 'zorg' || scope === 'bank')
    const bookKey = isKeyNeeded ? await sealing.carryKey() : undefined
    const needs = await inviting(memory)
    // In this order, so that nobody is on the list of whom it was said that it did not work; and whoever says yes again after a
    // power cut lets the same PC in once.
    await sendWelcome(invitation, bookKey, needs)
    await loop.changeList((list) => ({
      ...list,
      devices: [...list.devices.filter((known) => known.id !== entry.id), entry],
    }))
    await endInvitation(id, needs)
    loop.requestEpoch(entry.scopes)
    await lookOnce()
    tellWindows()
  }

  async function join({ folder, name, words, letter: given }: WantedJoin): Promise<void> {
    if (await loadMemory(db, way)) throw new RuleBroken('sharedAlready')
    await tryPrimitives()
    const shared = openFolder(folder, 'nieuw')
    const letter = await openInvitation(words, given ?? shared, options.now())
    const { device, signKey } = letter.inviter
    const own = await prepareToJoin({ vault: letter.vault, folder, inviter: { device, signKey } }, syncOptions)
    loop.forget()
    try {
      await sendAnswer(letter, { ...own, name }, { folder: shared, change })
    } catch (error) {
      // Nobody will ever let this PC in: it is as before, and can answer anew.
      await leave()
      throw error
    }
    startLooking()
    tellWindows()
  }

  async function leave(): Promise<void> {
    clearInterval(timer)
    timer = undefined
    const memory = await loadMemory(db, way)
    await exchange(options, async (tx) => {
      await forgetAll(tx)
      await tx.deleteFrom('sync_invitation').execute()
      await syncOptions.merge.end(tx)
    })
    for (const key of memory?.held ?? []) await destroyKeyFile(options.keyFolder, key)
    loop.forget()
    await loop.tick({ cut: false, thorough: false })
    tellWindows()
  }

  async function moveTo(folder: string): Promise<void> {
    const memory = await loadMemory(db, way)
    if (!memory) throw new RuleBroken('notShared')
    await markFor(folder, memory.vault)
    await loop.moveTo(folder)
    await lookOnce()
    tellWindows()
  }

  async function markFor(folder: string, { device, id }: Memory['vault']): Promise<void> {
    await markFolder(openFolder(folder, device), id, options.readme())
  }

  async function readAnswers(): Promise<void> {
    const invitations = await invitationsOf(db, 'inviter')
    if (invitations.length === 0) return
    const memory = await loadMemory(db, way)
    const identities = (memory?.keys?.identities ?? []).map(([, identity]) => identity)
    const needs = await inviting(memory)
    for (const invitation of invitations) await lookForAnswer(invitation, identities, needs)
    if (JSON.stringify(invitations) !== JSON.stringify(await invitationsOf(db, 'inviter'))) tellWindows()
  }

  async function readWelcome(): Promise<void> {
    const [invitation] = await invitationsOf(db, 'invited')
    const memory = invitation && (await loadMemory(db, way))
    if (!memory) return
    const folder = openFolder(memory.vault.folder, memory.vault.device)
    const identities = (memory.keys?.identities ?? []).map(([, identity]) => identity)
    const welcome = await lookForWelcome(invitation, identities, folder)
    if (!welcome) return
    // The list and the first summary may come later than the welcome: it stays until the book is there.
    await loop.tick({ cut: false, thorough: false })
    if ((await options.bookName()) === undefined) return
    if (welcome.bookKey) await sealing.adoptKey(fromLetter(welcome.bookKey))
    await change((tx) => deleteInvitation(tx, invitation.id))
    await options.onArrived()
  }

  async function inviting(known?: Memory) {
    const memory = known ?? (await loadMemory(db, way))
    if (!memory) throw new RuleBroken('notShared')
    return { folder: openFolder(memory.vault.folder, memory.vault.device), change, now: options.now() }
  }

  async function state(): Promise<SharingState> {
    const memory = folderProcess && (await loadMemory(db, way))
    if (!memory || isHalfFounded(memory)) return nothingShared
    const { vault, list, devices: heard } = memory
    const [invitation] = await invitationsOf(db, 'invited')
    return {
      state: invitation ? 'joining' : 'on',
      folder: vault.folder,
      isAdmin: isAdminOf(memory),
      status: shownStatus(),
      devices: (list?.devices ?? []).map(({ id, name, scopes, admin }) => ({
        ...{ id, name, parts: scopes, isAdmin: admin, isHere: id === vault.device },
        heardAt: instantOfWall(heard.get(id)?.heardAt),
        hasForgotten: hasForgottenErased(memory, { id, scopes }) ?? null,
      })),
      invitations: (await invitationsOf(db, 'inviter')).map(shownInvitation),
      disputed: disputedIn(memory).map(({ id, name }) => ({ id, name, isHere: id === vault.device })),
      joining: invitation
        ? {
            bookName: invitation.letter.bookName,
            inviter: invitation.letter.inviter.name,
            words: checkWordsOf(invitation) ?? [],
          }
        : null,
    }
  }

  function tellWindows(): void {
    options.announce({ topic: 'changed', tables: ['sync_vault'] })
  }
}

function shownInvitation(invitation: Invitation): SharingState['invitations'][number] {
  const { id, letter, answer, isSpoilt } = invitation
  const words = checkWordsOf(invitation)
  return {
    ...{ id, invited: letter.invited, role: letter.role, until: letter.until, isSpoilt },
    answer: answer && words ? { name: answer.name, words } : null,
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}

function pickWriting({ db, device, actor, now, newId, announce, assertWhole }: WriteContext): WriteContext {
  return { db, device, actor, now, newId, announce, assertWhole }
}
