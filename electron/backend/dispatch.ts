// Name -> contract -> parse -> handler -> reply. The only place where errors become replies.
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import type { AnyArea, AnyMethod, Method } from '../../shared/contract/method.ts'
import type { ErrorCode, ErrorDetails, Reply, Wrong } from '../../shared/contract/reply.ts'
import { isDiskFull } from './disk-full.ts'
import { RuleBroken } from './rule-broken.ts'

export type Handler<M extends AnyMethod, Context> = (
  input: z.output<M['input']>,
  context: Context,
) => Promise<z.input<M['output']>> | z.input<M['output']>

/** The handlers of one area: one per method of its contract. */
export type HandlersOf<A extends AnyArea, Context> = { readonly [M in keyof A]: Handler<A[M], Context> }

/** A method ready to run: its contract, and its handler with the context already chosen. */
export interface Route {
  readonly method: Method
  readonly run: (input: unknown, seen?: string) => Promise<Answered> | Answered
}

interface Answered {
  readonly value: unknown
  readonly seen?: string | undefined
}

export interface DispatchOptions {
  readonly route: (name: string) => Promise<Route | undefined>
  /** Parse answers too, so that a handler cannot leak a row (tests, development). */
  readonly checkOutput: boolean
  /** A bug, logged once with its id; `error` may hold personal data and must not be written as it is. */
  readonly report: (id: string, method: string, error: unknown) => void
}

/** Answers one request `{"method": "members.list", "input": {...}, "seen": ...}` (JSON text) with a reply (JSON text). Never rejects. */
export async function dispatch(request: string, options: DispatchOptions): Promise<string> {
  return JSON.stringify(await answer(request, options))
}

async function answer(request: string, options: DispatchOptions): Promise<Reply> {
  const call = parseRequest(request)
  if (!call) return refuse('badInput', { field: '' })
  const route = await options.route(call.method)
  if (!route) return refuse('unknownMethod', { method: call.method.slice(0, 80) })
  const input = route.method.input.safeParse(call.input)
  if (!input.success) return refuseInput(input.error)
  try {
    const { value, seen } = await route.run(input.data, call.seen)
    return {
      ok: true,
      value: options.checkOutput ? route.method.output.parse(value) : (value ?? null),
      ...(seen === undefined ? {} : { seen }),
    }
  } catch (error) {
    return replyTo(error, call.method, options)
  }
}

function replyTo(error: unknown, method: string, options: DispatchOptions): Reply {
  if (error instanceof RuleBroken) return refuse(error.code, error.details, error.others)
  if (isDiskFull(error)) return refuse('diskFull', {})
  const id = randomUUID().slice(0, 8)
  options.report(id, method, error)
  return refuse('unexpected', { id })
}

const refuse = (code: ErrorCode, details: ErrorDetails, others: readonly Wrong[] = []): Reply => ({
  ok: false,
  error: { code, details, ...(others.length > 0 && { others }) },
})

/** More wrong fields than this fit no form: then it is a list of which every row is wrong. */
const mostFields = 20

/** Says of each field that it is wrong. */
function refuseInput({ issues }: z.core.$ZodError): Reply {
  const fields = [...new Set(issues.map(({ path }) => path.join('.')))].slice(0, mostFields)
  const [first = '', ...others] = fields
  return refuse(
    'badInput',
    { field: first },
    others.map((field) => ({ code: 'badInput', details: { field } })),
  )
}

function parseRequest(request: string): { method: string; input: unknown; seen: string | undefined } | undefined {
  let call: unknown
  try {
    call = JSON.parse(request)
  } catch {
    return undefined
  }
  if (typeof call !== 'object' || call === null || !('method' in call) || typeof call.method !== 'string')
    return undefined
  const seen = 'seen' in call && typeof call.seen === 'string' ? call.seen : undefined
  return { method: call.method, input: 'input' in call ? call.input : {}, seen }
}
