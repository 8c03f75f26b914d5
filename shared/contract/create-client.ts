// The contract as an object to call: api.members.list({...}). Types only, so that zod stays out of the window's script.
import type { z } from 'zod'
import type { AnyArea, AnyMethod } from './method.ts'
import type { ErrorCode, ErrorDetails, Reply, Wrong } from './reply.ts'

/**
 * Carries one call through a door: method name and input out, the reply back.
 * @param seen what {@link Reply} said beside what the user is looking at
 */
export type Call = (method: string, input: unknown, seen?: string) => Promise<Reply>

export type ClientMethod<M extends AnyMethod> = ((
  input: z.input<M['input']>,
  seen?: string,
) => Promise<z.output<M['output']>>) & {
  readonly method: string
}

export type Client<Contract extends Readonly<Record<string, AnyArea>>> = {
  readonly [A in keyof Contract]: { readonly [M in keyof Contract[A]]: ClientMethod<Contract[A][M]> }
}

/** An error the backend answered; `code` has words in every language. */
export class CallError extends Error {
  override readonly name = 'CallError'
  readonly code: ErrorCode
  readonly details: ErrorDetails
  /** What else is wrong, of other fields. */
  readonly others: readonly Wrong[]

  constructor(code: ErrorCode, details: ErrorDetails, others: readonly Wrong[] = []) {
    super(code)
    this.code = code
    this.details = details
    this.others = others
  }
}

/** Makes the typed client of a contract over one `call`. Methods throw {@link CallError} when the reply is an error. */
export function createClient<Contract extends Readonly<Record<string, AnyArea>>>(call: Call): Client<Contract> {
  const areas = new Map<string, object>()
  const area = (name: string): object => {
    const known = areas.get(name)
    if (known) return known
    const methods = new Map<string, unknown>()
    const made = new Proxy(
      {},
      {
        get: (_target, key) => {
          if (typeof key !== 'string') return undefined
          const existing = methods.get(key)
          if (existing) return existing
          const method = clientMethod(call, `${name}.${key}`)
          methods.set(key, method)
          return method
        },
      },
    )
    areas.set(name, made)
    return made
  }
  const client = new Proxy({}, { get: (_target, key) => (typeof key === 'string' ? area(key) : undefined) })
  // The proxy answers every area and method by name; which of them exist is what the type says and dispatch checks.
  return client as Client<Contract>
}

function clientMethod(call: Call, method: string) {
  const invoke = async (input: unknown, seen?: string) => {
    const reply = await call(method, input, seen)
    if (!reply.ok) throw new CallError(reply.error.code, reply.error.details, reply.error.others)
    return reply.value
  }
  return Object.assign(invoke, { method })
}
