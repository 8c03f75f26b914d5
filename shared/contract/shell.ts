// What the window around the book can do for a screen: point at a folder, open a letter in the mail program.
import { z } from 'zod'
import { command, query } from './method.ts'

const address = z.string().max(254)

export const shell = {
  /** What is missing is done by hand: a folder typed or pasted, a letter copied. */
  capabilities: query(z.strictObject({}), z.object({ chooseFolder: z.boolean(), openMail: z.boolean() })),
  /** null: closed without choosing. */
  chooseFolder: command(z.strictObject({}), z.object({ folder: z.string().nullable() })),
  /** Opens a letter in the user's own mail program; nothing is sent. */
  openMail: command(
    z.strictObject({
      to: z.array(address).max(5),
      bcc: z.array(address).max(60),
      subject: z.string().max(200),
      body: z.string().max(20_000),
    }),
    z.null(),
  ),
}
