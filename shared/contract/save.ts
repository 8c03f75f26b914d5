// Writing one thing down, new or changed, and throwing it away: the same two commands for everything that is simply written down.
import { z } from 'zod'
import { id } from './fields.ts'
import { command } from './method.ts'

/** An id of null is a new one. */
export const save = <Fields extends z.ZodRawShape>(fields: Fields) =>
  command(z.strictObject({ id: id.nullable(), ...fields }), z.object({ id: z.string() }))

/** To the Prullenbak. */
export const remove = command(z.strictObject({ id }), z.null())
