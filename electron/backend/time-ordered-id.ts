import { randomUUID } from 'node:crypto'

/** Ids that rise with time, so that new rows stand together in an index (UUID version 7). */
export function timeOrderedId(): string {
  const random = randomUUID()
  const time = Date.now().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`
}
