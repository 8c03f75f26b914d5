// Everything the backend can be asked, made from the contract itself: whoever adds a method has it asked as well.
import { z } from 'zod'
import type { Backend } from '../../electron/backend/create-backend.ts'
import { contract } from '../../shared/contract/contract.ts'
import type { Area, Method } from '../../shared/contract/method.ts'

export interface Asked {
  readonly method: string
  readonly kind: 'query' | 'command'
  /** The reply as it crosses the door. */
  readonly reply: string
  readonly isAnswered: boolean
}

type Json = Readonly<Record<string, unknown>>

export interface Asking {
  readonly backend: Pick<Backend, 'call'>
  /** Areas that are not asked. */
  readonly without: readonly string[]
  /** Left out: every method of the other areas. */
  readonly which?: (method: Method, name: string) => boolean
  /** Ids by the name of their field, e.g. `personId`; `id` by area, e.g. `members.id`. */
  readonly ids: Readonly<Record<string, string>>
  /** Input of a method that cannot be made up. */
  readonly inputs?: Readonly<Record<string, Json>>
}

/** Asks every question first, and gives every command after that: a command may change what there is to ask. */
export async function askEverything(asking: Asking, kinds: readonly Asked['kind'][]): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const kind of kinds)
    for (const [areaName, area] of Object.entries(contract as Readonly<Record<string, Area>>)) {
      if (asking.without.includes(areaName)) continue
      for (const [name, method] of Object.entries(area)) {
        const full = `${areaName}.${name}`
        if (method.kind !== kind || asking.which?.(method, full) === false) continue
        const schema = z.toJSONSchema(method.input, { io: 'input', unrepresentable: 'any' }) as Json
        // A method that makes several things is asked for each of them.
        const wishes = (schema.oneOf as Json[] | undefined) ?? [schema]
        for (const wish of wishes) {
          const input = asking.inputs?.[full] ?? makeUp(wish, '', areaName, asking.ids)
          const reply = await asking.backend.call(JSON.stringify({ method: full, input }))
          const what = wishes.length > 1 ? `${full} ${nameOfWish(wish)}` : full
          asked.push({ method: what, kind, reply, isAnswered: reply.startsWith('{"ok":true') })
        }
      }
    }
  return asked
}

/** What tells the wishes apart: the field that can only be one word. */
function nameOfWish({ properties = {} }: Json): string {
  const only = Object.values(properties as Record<string, Json>).find((field) => 'const' in field)
  return String(only?.const ?? '')
}

/** A value the schema allows, with ids that are in the book where the name of the field says of what. */
function makeUp(schema: Json, name: string, area: string, ids: Asking['ids']): unknown {
  if ('const' in schema) return schema.const
  if ('default' in schema) return schema.default
  if (Array.isArray(schema.enum)) return schema.enum[0]
  const choices = (schema.anyOf ?? schema.oneOf) as Json[] | undefined
  if (choices) {
    const wanted = choices.find(({ type }) => type !== 'null') ?? choices[0]
    return makeUp(wanted ?? {}, name, area, ids)
  }
  switch (schema.type) {
    case 'object': {
      const required = (schema.required ?? []) as string[]
      const properties = (schema.properties ?? {}) as Record<string, Json>
      return Object.fromEntries(required.map((key) => [key, makeUp(properties[key] ?? {}, key, area, ids)]))
    }
    case 'array': {
      const least = Math.max(Number(schema.minItems ?? 0), 0)
      const item = (schema.items ?? (schema.prefixItems as Json[] | undefined)?.[0] ?? {}) as Json
      return Array.from({ length: least }, () => makeUp(item, name.replace(/s$/, ''), area, ids))
    }
    case 'integer':
    case 'number':
      return /year/i.test(name) ? 2026 : Math.max(Number(schema.minimum ?? 1), 1)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return textFor(name, area, ids)
  }
}

function textFor(name: string, area: string, ids: Asking['ids']): string {
  const id = ids[`${area}.${name}`] ?? ids[name]
  if (id !== undefined) return id
  if (/day|from|until|date|start/i.test(name)) return '2026-11-20'
  if (/month/i.test(name)) return '2026-11'
  return 'kastanje'
}
