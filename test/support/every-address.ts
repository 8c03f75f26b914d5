import { readFileSync } from 'node:fs'
import path from 'node:path'

const routes = path.resolve(import.meta.dirname, '../../renderer/app/routes.tsx')

/** The address of every screen there is, with `x` in the place of an id. */
export function everyAddress(): string[] {
  const found = readFileSync(routes, 'utf8').matchAll(/'(\/[^'.]*)'/g)
  return [...found].map(([, address = '']) => address.replaceAll(/:\w+/g, 'x'))
}
