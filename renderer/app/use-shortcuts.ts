import { useEffect, useEffectEvent } from 'react'
import { type Wish, wishOf } from './shortcuts.ts'

export type Shortcuts = Readonly<Record<Exclude<Wish, 'back'>, () => void>>

/** Listens to the keys that work everywhere. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    // A dialog is a question of its own: what is behind it waits.
    if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return
    const wish = wishOf(event, isTyping(event.target))
    if (!wish) return
    event.preventDefault()
    if (wish === 'back') history.back()
    else shortcuts[wish]()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => press(event)
    addEventListener('keydown', listener)
    return () => removeEventListener('keydown', listener)
  }, [])
}

/** There Ctrl+Z belongs to the text that is being typed. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type="radio"], [type="checkbox"]), textarea')
}
