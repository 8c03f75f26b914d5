// What belongs to this computer and not to the book: language, size of text, colours, who sits here.
import { z } from 'zod'
import { command, query } from './method.ts'

const languageCode = z.enum(['nl', 'en'])

const theme = z.enum(['system', 'light', 'dark'])
/** Percent. */
const textSize = z.int().min(100).max(200)
/** How the person at this computer calls themselves; written beside every action in the history. */
const userName = z.string().trim().max(80)
const version = z.string().max(30)

export const preferencesShape = z.object({
  /** null: not chosen yet, so the first screen asks. */
  language: languageCode.nullable(),
  textSize,
  theme,
  userName,
  /** Whether lines of the bank that need no look are booked as soon as their file is taken in. */
  bookCertain: z.boolean().default(false),
  /** The version of Buurtboek of which "Wat is nieuw" was last read here. */
  newsRead: version.default(''),
})

export const preferences = {
  get: query(
    z.strictObject({}),
    preferencesShape.extend({
      /**
       * Why what was chosen before is not used: `unreadable` - the file was damaged; `newer` - a newer Buurtboek wrote it.
       * The file is kept beside the new one under the name `keptAs`.
       */
      notice: z.enum(['unreadable', 'newer']).nullable(),
      keptAs: z.string().nullable(),
      /** This Buurtboek has something new that was not read about yet. */
      hasNews: z.boolean(),
    }),
  ),
  /** Changes only what is given. */
  set: command(
    z.strictObject({
      language: languageCode.optional(),
      textSize: textSize.optional(),
      theme: theme.optional(),
      userName: userName.optional(),
      bookCertain: z.boolean().optional(),
      newsRead: version.optional(),
    }),
    preferencesShape,
  ),
}

export type Preferences = z.output<typeof preferencesShape>
