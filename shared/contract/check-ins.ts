// Questions that people answer about themselves, under a code that only they know. What they answered is never given back.
import { z } from 'zod'
import { checkInMoments, highestAnswer, lifeDomains } from '../domain/check-in.ts'
import { command, query } from './method.ts'

const code = z.string().trim().min(1).max(20)
const moment = z.enum(checkInMoments)
const answer = z.int().min(1).max(highestAnswer).nullable()

export const checkIns = {
  /** Which codes there are, and when each answered; the newest code first. */
  list: query(
    z.strictObject({}),
    z.object({
      today: z.string(),
      codes: z.array(z.object({ code: z.string(), moments: z.array(z.object({ moment, day: z.string() })) })),
    }),
  ),
  /** At the start the program gives the code; later the same code is asked. What is left out was not said. */
  fill: command(
    z.strictObject({
      code: code.nullable(),
      moment,
      answers: z.partialRecord(z.enum(lifeDomains), answer),
      /** Somebody looked: under this code was answered at this moment before, and these answers take the place of those. */
      replaces: z.boolean().default(false),
    }),
    z.object({ code: z.string() }),
  ),
  /** Everything that was answered under a code. */
  remove: command(z.strictObject({ code }), z.null()),
}
