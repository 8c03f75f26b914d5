import { useEffect, useEffectEvent } from 'react'

export interface Shortcuts {
  readonly search: () => void
  readonly undo: () => void
  readonly help: () => void
}

/** The keys that work everywhere: Ctrl+F and Ctrl+K search, Ctrl+Z takes back, F1 helps, Alt+Left goes back. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const wish = wishOf(event)
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

function wishOf(event: KeyboardEvent): keyof Shortcuts | 'back' | undefined {
  // A dialog is a question of its own: what is behind it waits.
  if (document.querySelector('[role="dialog"], [role="alertdialog"]')) return undefined
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  const key = event.key.toLowerCase()
  if (isCommand && (key === 'f' || key === 'k')) return 'search'
  if (isCommand && key === 'z' && !isTyping(event.target)) return 'undo'
  if (event.key === 'F1') return 'help'
  if (event.altKey && event.key === 'ArrowLeft' && !isTyping(event.target)) return 'back'
  return undefined
}

/** There Ctrl+Z belongs to the text that is being typed. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('input:not([type="radio"], [type="checkbox"]), textarea')
}
