// What is sealed in the book, what holds the key, and the recovery sheet [herstelblad]. The key itself never crosses the contract.
import { z } from 'zod'
import { command, query } from './method.ts'

/** Why the key cannot be opened on this computer by itself. */
export const lockReasons = [
  /** A passphrase is asked for at each start. */
  'passphrase',
  /** The key file that lay beside the book is gone or spoilt. */
  'keyFileGone',
  /** The system uses another key store than the one that holds the key. */
  'keyStoreChanged',
  /** The key store is the same and does not give the key. */
  'keyStoreShut',
  /** The book came from another computer. */
  'otherComputer',
] as const

export const sealingState = z.object({
  /** none: nothing was ever sealed; locked: sealed values cannot be read or written on this computer now. */
  state: z.enum(['none', 'open', 'locked']),
  /** What gives the key on this computer; null while nothing does. */
  holder: z.enum(['keyStore', 'keyFile', 'passphrase']).nullable(),
  /** The key store that holds it, or held it; null for another holder. */
  keyStore: z.string().nullable(),
  /** Only when locked. `sheet`: there is a recovery sheet that opens it. */
  locked: z.object({ reason: z.enum(lockReasons), sheet: z.boolean() }).nullable(),
  sheet: z.object({
    /** begun: printed, and not yet typed back. */
    state: z.enum(['none', 'begun', 'made']),
    /** ISO instant: when it was made. */
    at: z.string().nullable(),
    /** Begun, and still known to this program: the numbers (from 1) of the two groups to type back. */
    ask: z.tuple([z.int(), z.int()]).nullable(),
  }),
  /** How many rows hold something sealed, by the part of the book they belong to. */
  sealed: z.array(z.object({ scope: z.enum(['leden', 'buurt', 'contributie', 'bank', 'zorg']), rows: z.int() })),
  /** Whether the cryptography of this computer gives the answers it must; nothing is sealed when it does not. */
  works: z.boolean(),
})

/** A sheet as it goes to paper. The line is kept nowhere: once this answer is gone, only the paper has it. */
const printedSheet = z.object({
  bookName: z.string(),
  day: z.string(),
  line: z.string(),
  groups: z.array(z.string()),
  /** The line as a QR code: one path in an SVG of `size` by `size`. */
  qr: z.object({ size: z.int(), path: z.string() }),
  ask: z.tuple([z.int(), z.int()]),
})

const passphrase = z.string().min(1).max(200)

export const sealing = {
  state: query(z.strictObject({}), sealingState),
  /** What somebody should do: bring the key back, or make a sheet. Cheap: screens ask it along with what they show. */
  asks: query(z.strictObject({}), z.object({ asks: z.enum(['key', 'sheet']).nullable() })),
  /** Makes a sheet. The former one goes on working until this one was typed back. */
  makeSheet: command(z.strictObject({}), printedSheet),
  /** The two groups that were asked for, typed from the paper: the sheet counts, and a former one does not any more. */
  confirmSheet: command(z.strictObject({ first: z.string().max(50), second: z.string().max(50) }), sealingState),
  /** Opens the key by the whole line of a sheet, bare or in groups. */
  openBySheet: command(z.strictObject({ line: z.string().max(1000) }), sealingState),
  openByPassphrase: command(z.strictObject({ passphrase }), sealingState),
  /** From now on a passphrase gives the key, and this computer no longer does by itself. */
  choosePassphrase: command(z.strictObject({ passphrase }), sealingState),
  /** This computer gives the key by itself again. */
  dropPassphrase: command(z.strictObject({}), sealingState),
}

export type SealingState = z.output<typeof sealingState>
export type LockReason = (typeof lockReasons)[number]
