// What the desktop shell's preload puts on `window.buurtboek`, and nothing more. In browser mode it is absent.

import type { BackendEvent } from './events.ts'

/** Asked by a menu of the desktop shell: show this screen (a route such as `/mensen`). */
interface GoToEvent {
  readonly topic: 'goTo'
  readonly path: string
}

/** A menu of the desktop shell changed a preference, such as the size of the text. */
interface PreferencesEvent {
  readonly topic: 'preferences'
}

/** Every event that can reach a window. The text given to `onEvent` is one of these as JSON. */
export type WindowEvent = BackendEvent | GoToEvent | PreferencesEvent

export interface Bridge {
  /** JSON `{ method, input }` in, JSON `Reply` out. */
  readonly call: (request: string) => Promise<string>
  /** `listener` gets each event as JSON text; the answer ends the subscription. */
  readonly onEvent: (listener: (event: string) => void) => () => void
}
