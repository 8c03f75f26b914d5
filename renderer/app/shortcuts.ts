// The keys that work everywhere. The window listens to this list, and help shows it.

export type Wish = 'search' | 'undo' | 'help' | 'back'

export interface Shortcut {
  readonly wish: Wish
  readonly held: 'Ctrl' | 'Alt' | null
  /** As `KeyboardEvent.key` names it; capitals do not matter. */
  readonly key: string
  /** Not while somebody types: there the key belongs to the text. */
  readonly leavesTyping: boolean
}

export const shortcuts: readonly Shortcut[] = [
  { wish: 'search', held: 'Ctrl', key: 'F', leavesTyping: false },
  { wish: 'search', held: 'Ctrl', key: 'K', leavesTyping: false },
  { wish: 'undo', held: 'Ctrl', key: 'Z', leavesTyping: true },
  { wish: 'back', held: 'Alt', key: 'ArrowLeft', leavesTyping: true },
  { wish: 'help', held: null, key: 'F1', leavesTyping: false },
]

export interface Pressed {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** What these keys ask for. On a Mac the Command key does what Ctrl does elsewhere. */
export function wishOf(pressed: Pressed, isTyping: boolean): Wish | undefined {
  return shortcuts.find(
    ({ held, key, leavesTyping }) =>
      key.toLowerCase() === pressed.key.toLowerCase() && isHeld(held, pressed) && !(leavesTyping && isTyping),
  )?.wish
}

function isHeld(held: Shortcut['held'], { ctrlKey, metaKey, altKey, shiftKey }: Pressed): boolean {
  switch (held) {
    case 'Ctrl':
      return (ctrlKey || metaKey) && !altKey && !shiftKey
    case 'Alt':
      return altKey && !ctrlKey && !metaKey
    default:
      return true
  }
}
