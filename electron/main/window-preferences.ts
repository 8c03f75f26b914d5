// The two preferences the shell acts upon: the language of the menu and the size of the text.
import type { BackendProcess } from './backend-process.ts'

export interface WindowPreferences {
  readonly language: string | null
  /** Percent. */
  readonly textSize: number
}

const smallest = 100
const largest = 200

/** undefined when the backend cannot say; the shell then stays as it is. */
export async function readPreferences(backend: Pick<BackendProcess, 'call'>): Promise<WindowPreferences | undefined> {
  const reply: unknown = JSON.parse(await backend.call(JSON.stringify({ method: 'preferences.get', input: {} })))
  if (typeof reply !== 'object' || reply === null || !('value' in reply)) return undefined
  return reply.value as WindowPreferences // the contract's answer to preferences.get
}

/** Larger or smaller by so many percent, 0 for normal; kept like a choice made in the settings. */
export async function changeTextSize(backend: Pick<BackendProcess, 'call'>, percent: number): Promise<void> {
  const before = await readPreferences(backend)
  if (!before) return
  const textSize = percent === 0 ? smallest : Math.min(Math.max(before.textSize + percent, smallest), largest)
  await backend.call(JSON.stringify({ method: 'preferences.set', input: { textSize } }))
}
