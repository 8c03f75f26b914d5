// Every key that does something, by where it does it. A test reads the sources and the menu: a key that is not here fails it.
import { type Shortcut, shortcuts, type Wish } from '../../app/shortcuts.ts'

/** Keys pressed together, as `KeyboardEvent.key` names them. */
type Chord = readonly string[]

export interface KeyLine<What extends string = string> {
  readonly what: What
  /** Each of them does it. */
  readonly chords: readonly Chord[]
}

const chordOf = ({ held, key }: Shortcut): Chord => (held ? [held, key] : [key])
const chordsFor = (wish: Wish): readonly Chord[] => shortcuts.filter((one) => one.wish === wish).map(chordOf)
const alone = (...keys: readonly string[]): readonly Chord[] => keys.map((key) => [key])

export const keyList = {
  everywhere: [
    { what: 'search', chords: chordsFor('search') },
    { what: 'undo', chords: chordsFor('undo') },
    { what: 'back', chords: chordsFor('back') },
    { what: 'help', chords: chordsFor('help') },
    { what: 'close', chords: alone('Escape') },
    { what: 'next', chords: [['Tab'], ['Shift', 'Tab']] },
  ],
  lists: [
    { what: 'walk', chords: alone('ArrowUp', 'ArrowDown') },
    { what: 'pages', chords: alone('PageUp', 'PageDown') },
    { what: 'ends', chords: alone('Home', 'End') },
    { what: 'headings', chords: alone('ArrowLeft', 'ArrowRight') },
    { what: 'open', chords: alone('Enter') },
    { what: 'choose', chords: alone(' ') },
  ],
  suggestions: [
    { what: 'walkFound', chords: alone('ArrowUp', 'ArrowDown') },
    { what: 'take', chords: alone('Enter') },
    { what: 'leave', chords: alone('Escape') },
  ],
  attendance: [
    { what: 'mark', chords: alone('1', '2', '3') },
    { what: 'unmark', chords: alone('0', 'Delete') },
    { what: 'walkMarks', chords: alone('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight') },
    { what: 'pages', chords: alone('PageUp', 'PageDown') },
    { what: 'ends', chords: alone('Home', 'End') },
  ],
  bank: [
    { what: 'walk', chords: alone('ArrowUp', 'ArrowDown') },
    { what: 'ends', chords: alone('Home', 'End') },
    { what: 'firstOption', chords: alone('Enter') },
    { what: 'otherOption', chords: alone('1', '2', '3') },
    { what: 'member', chords: alone('L') },
    { what: 'divide', chords: alone('V') },
    { what: 'category', chords: alone('G') },
    { what: 'transfer', chords: alone('E') },
  ],
  presenting: [
    { what: 'nextSheet', chords: alone('ArrowRight', 'PageDown') },
    { what: 'previousSheet', chords: alone('ArrowLeft', 'PageUp') },
    { what: 'firstSheet', chords: alone('Home', 'End') },
    { what: 'stopPresenting', chords: alone('Escape') },
  ],
  menu: [
    { what: 'print', chords: [['Ctrl', 'P']] },
    { what: 'places', chords: ['1', '2', '3', '4', '5'].map((key) => ['Ctrl', key]) },
    { what: 'larger', chords: [['Ctrl', '+']] },
    { what: 'smaller', chords: [['Ctrl', '-']] },
    { what: 'usual', chords: [['Ctrl', '0']] },
    { what: 'quit', chords: [['Ctrl', 'Q']] },
  ],
} as const satisfies Record<string, readonly KeyLine[]>

export type KeyPlace = keyof typeof keyList

export const keyPlaces = [
  'everywhere',
  'lists',
  'suggestions',
  'attendance',
  'bank',
  'presenting',
  'menu',
] as const satisfies readonly KeyPlace[]

/** Keys that are called by a word, not by what is printed on them. */
export const namedKeys = [
  'Shift',
  'ArrowUp',
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'PageUp',
  'PageDown',
  'Space',
  'Escape',
] as const
