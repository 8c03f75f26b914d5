// A newer Buurtboek: what is known of it, and the steps that are taken only because the user asked.
import { z } from 'zod'
import { command, query } from './method.ts'

const updateState = z.object({
  /**
   * none - up to date, or not asked yet; link - there is something newer, but this computer cannot check it, so only the page
   * with downloads is offered; failed - it could not be fetched, or what came was not what its makers signed.
   */
  state: z.enum(['none', 'checking', 'available', 'downloading', 'downloaded', 'link', 'failed']),
  /** The newer version, e.g. `1.2.0`. */
  version: z.string().nullable(),
  currentVersion: z.string(),
  /** Whether this copy of Buurtboek can look for newer ones at all. */
  possible: z.boolean(),
})

export const updates = {
  status: query(z.strictObject({}), updateState),
  check: command(z.strictObject({}), updateState),
  /** Fetches and checks the new version; in the state link it opens the page with downloads. */
  download: command(z.strictObject({}), updateState),
  /** Makes a checked copy of the book, then closes Buurtboek and starts the new version. */
  install: command(z.strictObject({}), z.object({})),
}
