import type { preferences } from '../../../shared/contract/preferences.ts'
import type { AppContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'

export const preferencesHandlers: HandlersOf<typeof preferences, AppContext> = {
  get: (_input, { preferences: store, appVersion }) => ({
    ...store.get(),
    notice: store.notice,
    keptAs: store.keptAs,
    hasNews: store.get().newsRead !== appVersion,
  }),
  set: async (input, context) => {
    const before = context.preferences.get()
    const now = await context.preferences.set(given(input))
    if (now.textSize !== before.textSize) await context.capabilities.setZoom?.(now.textSize)
    if (now.language !== before.language && now.language) await context.capabilities.languageChanged?.(now.language)
    return now
  },
}

/** The fields that were sent; zod leaves an absent one undefined. */
function given<T extends object>(input: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(input).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> } // only the undefined ones are gone
}
