import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

/** A component whose script can be asked for before it is shown. */
export type Later<Props extends object> = ComponentType<Props> & { readonly load: () => Promise<ComponentType<Props>> }

/**
 * Makes a component that is fetched when it is first shown: `later(async () => (await import('...')).AddPersonDialog)`, with
 * `waiting` in its place until then. It is drawn as soon as it is there, where React's own `lazy` holds back what it drew a waiting
 * sign for, by up to a third of a second. When fetching fails, drawing fails, and the nearest ErrorBoundary says so.
 */
export function later<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): Later<Props> {
  let loaded: ComponentType<Props> | undefined
  const load = async () => {
    loaded = await fetch()
    return loaded
  }
  function Shown(props: Props) {
    const [now, setNow] = useState<{ Component?: ComponentType<Props>; failure?: unknown }>(() =>
      loaded ? { Component: loaded } : {},
    )
    const { Component, failure } = now
    const isWaiting = Component === undefined && failure === undefined
    useEffect(() => {
      if (!isWaiting) return
      let isGone = false
      const show = (next: typeof now) => {
        if (!isGone) setNow(next)
      }
      load().then(
        (Fetched) => show({ Component: Fetched }),
        (error: unknown) => show({ failure: error ?? new Error('a script cannot be fetched') }),
      )
      return () => {
        isGone = true
      }
    }, [isWaiting])
    if (failure !== undefined) throw failure
    return Component ? <Component {...props} /> : waiting
  }
  return Object.assign(Shown, { load })
}
