// What one method of the contract is: what goes in, what comes out, and whether it changes anything.
import type { z } from 'zod'

export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  readonly input: Input
  readonly output: Output
}

/** Methods of one area by name, e.g. `{ list, register }`. */
export type Area = Readonly<Record<string, Method>>

/** What {@link query} or {@link command} made. They held its schemas against zod; doing that again for all of them takes the compiler seconds. */
export interface AnyMethod {
  readonly kind: Method['kind']
  readonly input: unknown
  readonly output: unknown
}

/** An {@link Area} of which the schemas are known well enough: for types made from a contract. */
export type AnyArea = Readonly<Record<string, AnyMethod>>

/** A question: changes nothing, may be asked again at any time. Input and output are JSON values. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<Input, Output> & { readonly kind: 'query' } {
  return { kind: 'query', input, output }
}

/** Something the user does; it ends in one recorded action or in an error, never in between. */
export function command<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<Input, Output> & { readonly kind: 'command' } {
  return { kind: 'command', input, output }
}
