import { z } from 'zod'

const marker = z
  .object({ vault: z.string(), founder: z.string().optional() })
  .catch({ vault: '' })
  .transform(({ vault, founder = '' }) => ({ vault, founder }))

/** What vault.json says: whose folder it is, and who began it. null: there is none, or half of one, and that is none of ours yet. */
export function readMarker(text: string | null): z.output<typeof marker> | null {
  if (text === null) return null
  try {
    return marker.parse(JSON.parse(text))
  } catch {
    return null
  }
}
