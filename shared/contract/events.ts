// What the backend tells every open window without being asked.

export type BackendEvent =
  /** Something was committed; `tables` are the tables it touched. Open queries ask again. */
  | { readonly topic: 'changed'; readonly tables: readonly string[] }
  /** Another book was opened, or the open one was closed, restored or replaced. */
  | { readonly topic: 'book' }
  /** What is known of a newer version of Buurtboek changed. */
  | { readonly topic: 'updates' }
