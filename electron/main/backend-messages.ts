// What the desktop shell and the process that runs the backend say to each other. Requests and replies stay the text they
// already are; file contents travel in pieces, the next one only when the other side asks, so that a big file never
// piles up in a queue.
import type { MailDraft } from '../../shared/domain/mail-draft.ts'
import type { FolderAnswer, FolderRequest, KeyStoreName, UpdateState } from '../backend/capabilities.ts'

export interface StartOptions {
  readonly dataFolder: string
  readonly appVersion: string
  readonly parseWorker: string
  readonly fontFolder: string
  /** Whether this copy of the app can be updated at all. */
  readonly canUpdate: boolean
  /** Opens the made-up neighbourhood instead of the own book. */
  readonly demo: boolean
}

/** What the backend may ask of the shell, with its input and answer. */
export interface Asks {
  readonly showFolder: { readonly input: string; readonly answer: null }
  readonly chooseFolder: { readonly input: null; readonly answer: string | null }
  readonly openMail: { readonly input: MailDraft; readonly answer: null }
  readonly setZoom: { readonly input: number; readonly answer: null }
  readonly languageChanged: { readonly input: string; readonly answer: null }
  readonly printToPdf: { readonly input: string; readonly answer: Uint8Array }
  readonly identifyKeyStore: { readonly input: null; readonly answer: KeyStoreName | null }
  /** Text in, base64 out. */
  readonly wrapKey: { readonly input: string; readonly answer: string }
  readonly unwrapKey: { readonly input: string; readonly answer: { readonly secret: string; readonly isOld: boolean } }
  readonly folderTask: { readonly input: FolderRequest; readonly answer: FolderAnswer }
  readonly endFolderProcess: { readonly input: null; readonly answer: null }
  readonly updateState: { readonly input: null; readonly answer: UpdateState }
  readonly checkForUpdate: { readonly input: null; readonly answer: UpdateState }
  readonly downloadUpdate: { readonly input: null; readonly answer: UpdateState }
  readonly installUpdate: { readonly input: null; readonly answer: null }
}

export type Answerers = { readonly [A in keyof Asks]: (input: Asks[A]['input']) => Promise<Asks[A]['answer']> }

export interface ProducedFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export type ToBackend =
  | { readonly kind: 'start'; readonly options: StartOptions }
  | { readonly kind: 'call'; readonly id: number; readonly request: string }
  | { readonly kind: 'receive'; readonly id: number; readonly name: string }
  /** The next piece of a file; null ends it, and `broken` says that the rest will never come. */
  | { readonly kind: 'piece'; readonly id: number; readonly bytes: Uint8Array | null; readonly broken: boolean }
  | { readonly kind: 'produce'; readonly id: number; readonly handle: string }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown; readonly error: string | null }
  | { readonly kind: 'close' }

export type FromBackend =
  | { readonly kind: 'started' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: string }
  | { readonly kind: 'nextPiece'; readonly id: number }
  | { readonly kind: 'produced'; readonly id: number; readonly file: ProducedFile | null }
  | { readonly kind: 'event'; readonly event: string }
  | { readonly kind: 'ask'; readonly id: number; readonly ask: keyof Asks; readonly input: unknown }
  | { readonly kind: 'closed' }
