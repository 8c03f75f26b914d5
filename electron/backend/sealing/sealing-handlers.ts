import type { SealingState, sealing } from '../../../shared/contract/sealing.ts'
import type { BackupKeeper } from '../backup/backup-keeper.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { drawQr } from '../reminders/draw-qr.ts'
import { RuleBroken } from '../rule-broken.ts'
import { describeSealing } from './describe-sealing.ts'
import { isSheetMissing, sealedRows } from './sealed-queries.ts'
import { selfTest } from './self-test.ts'

export const sealingHandlers: HandlersOf<typeof sealing, BookContext> = {
  state: (_input, context) => stateOf(context),
  asks: async (_input, { sealing, db, books }) => {
    const { record, isOpen } = await sealing.look()
    if (record && !isOpen) return { asks: 'key' }
    // What the example seals is made up.
    const isSheetWanted = books.current()?.which !== 'demo' && (await isSheetMissing(db))
    return { asks: isSheetWanted ? 'sheet' : null }
  },
  makeSheet: async (_input, { sealing, db, today }) => {
    const { line, groups, ask } = await sealing.beginSheet()
    const { name } = await bookSettingsOf(db)
    return { bookName: name, day: today(), line, groups: [...groups], qr: drawQr(line), ask: [...ask] }
  },
  confirmSheet: async ({ first, second }, context) => {
    await context.sealing.confirmSheet(first, second)
    await context.sharing.takeNewSheet()
    await copySoon(context.backups)
    return stateOf(context)
  },
  openBySheet: async ({ line }, context) => {
    await context.sealing.openBySheet(line)
    return stateOf(context)
  },
  openByPassphrase: async ({ passphrase }, context) => {
    await context.sealing.openByPassphrase(passphrase)
    return stateOf(context)
  },
  choosePassphrase: async ({ passphrase }, context) => {
    await context.sealing.choosePassphrase(passphrase)
    await copySoon(context.backups)
    return stateOf(context)
  },
  dropPassphrase: async (_input, context) => {
    await context.sealing.dropPassphrase()
    await copySoon(context.backups)
    return stateOf(context)
  },
}

async function stateOf({ sealing, db, device }: BookContext): Promise<SealingState> {
  return describeSealing({ look: await sealing.look(), device, sealed: await sealedRows(db), works: await works() })
}

/** A copy that a sheet cannot open is no copy: the newest way in goes along at once. What fails is told by the list of copies. */
async function copySoon(backups: BackupKeeper): Promise<void> {
  await backups.make('hourly').catch(() => undefined)
}

async function works(): Promise<boolean> {
  try {
    await Promise.all([selfTest('cipher'), selfTest('passphrase'), selfTest('sheet')])
    return true
  } catch (error) {
    if (error instanceof RuleBroken) return false
    throw error
  }
}
