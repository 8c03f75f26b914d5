// Which book is open: the association's own, the made-up example, or none yet; and what is wrong when it cannot be opened.
import { z } from 'zod'
import { moduleCodes } from '../domain/modules.ts'
import { presetCodes } from '../domain/presets.ts'
import { rolePatterns } from '../domain/role-seats.ts'
import { backupSummary } from './backups.ts'
import { command, query } from './method.ts'
import { carry } from './roles.ts'

export const bookKinds = ['binnenbuurt', 'vereniging'] as const

const bookName = z.string().trim().min(1).max(120)
const day = z.iso.date()

/** What the association decided about its book. */
const bookRules = {
  name: bookName,
  kind: z.enum(bookKinds),
  rolePattern: z.enum(rolePatterns),
  minGatheringsPerYear: z.int().min(0).max(52),
  duesEnabled: z.boolean(),
  /** First day for which dues are asked; null when dues are not used. */
  accountingStart: day.nullable(),
}

/** How the association works, and what it keeps beside people, groups, gatherings and dues. */
const practices = {
  /** null: none of the ways that are offered. */
  preset: z.enum(presetCodes).nullable(),
  modules: z.array(z.enum(moduleCodes)).max(moduleCodes.length),
}

export const bookSettings = z.object({ ...bookRules, ...practices })

const bookStates = [
  /** No book was made here yet. When there are copies of one, `backup` is the newest. */
  'none',
  'open',
  /** Answered an invitation; the book comes once somebody lets this computer in. */
  'joining',
  /** Another program on this computer has it open. */
  'inUse',
  /** Written by a newer Buurtboek; left untouched. */
  'newer',
  /** The file is broken; left untouched. `backup` is the newest copy that passed every check. */
  'damaged',
  /** The file is not a book of Buurtboek. */
  'notABook',
  /** The folder or the file cannot be written to. */
  'readOnly',
  /** The folder is one that another program copies or shares while the book is open; see `location`. */
  'location',
] as const

export const bookStatus = z.object({
  state: z.enum(bookStates),
  book: z.object({ name: z.string(), kind: z.enum(bookKinds), demo: z.boolean() }).nullable(),
  /** Newest copy that passed every check just now; only asked for when the book cannot be opened. */
  backup: backupSummary.nullable(),
  /** state newer: the version of the file, and of this program. */
  version: z.object({ file: z.int(), app: z.int() }).nullable(),
  /** state location. */
  location: z
    .object({
      /** synced - a cloud program copies it; documents - a folder such programs take over; network - on another computer. */
      reason: z.enum(['synced', 'documents', 'network']),
      service: z.string().nullable(),
    })
    .nullable(),
  dataFolder: z.string(),
})

export const books = {
  status: query(z.strictObject({}), bookStatus),
  create: command(
    z.strictObject({ ...bookRules, preset: practices.preset.default(null), modules: practices.modules.default([]) }),
    bookStatus,
  ),
  /** Opens the example in its own file, made anew when there is none; the own book is closed and untouched. */
  openDemo: command(z.strictObject({}), bookStatus),
  leaveDemo: command(z.strictObject({}), bookStatus),
  /** Tries again to open the own book, after the user removed what was in the way. */
  retry: command(z.strictObject({}), bookStatus),
  /** Restores a copy when the book itself cannot be opened; a damaged file is kept beside it. */
  restore: command(z.strictObject({ backupId: z.string().max(100) }), bookStatus),
  settings: query(z.strictObject({}), bookSettings),
  /** Everything at once; what the book keeps stays as it is when it is left out. `carry`: who keeps a role, in the places of this pattern. */
  changeSettings: command(
    z.strictObject({
      ...bookRules,
      preset: practices.preset.optional(),
      modules: practices.modules.optional(),
      carry: z.array(carry).max(2000).default([]),
    }),
    bookSettings,
  ),
  /** What is kept from now on. A module that is left out is no longer shown; what was written down stays. */
  useModules: command(z.strictObject(practices), bookSettings),
}

export type BookStatus = z.output<typeof bookStatus>
export type BookSettings = z.output<typeof bookSettings>
export type BookRules = Omit<BookSettings, keyof BookPractices>
/** What can be changed at once. */
export type BookChange = BookRules & { readonly [K in keyof BookPractices]?: BookPractices[K] | undefined } & {
  readonly carry: readonly z.output<typeof carry>[]
}
export type BookPractices = Pick<BookSettings, keyof typeof practices>
