// What only the shell around the backend can do. Screens ask app.capabilities; they never ask which shell they are in.
import type { MailDraft } from '../../shared/domain/mail-draft.ts'

export interface UpdateState {
  /** none: up to date or not checked; available: announced; downloaded: verified and ready; link: only a page to visit can be offered. */
  readonly state: 'none' | 'checking' | 'available' | 'downloading' | 'downloaded' | 'link' | 'failed'
  readonly version: string | null
}

/** Which key store the system uses, and for which program: remembered with what it wrapped. */
export interface KeyStoreName {
  /** dpapi, keychain, gnome_libsecret, kwallet6 … */
  readonly backend: string
  readonly app: string
}

/** The key store of the system. What it wraps can be opened on this computer, by this user, and nowhere else. */
export interface KeyStore {
  /** null where the system has none, or only one that keeps nothing secret. */
  readonly identify: () => Promise<KeyStoreName | null>
  /** Text in, base64 out. */
  readonly wrap: (secret: string) => Promise<string>
  /** Rejects when it cannot be opened now. `isOld`: wrap it anew, the store has a newer key of its own. */
  readonly unwrap: (wrapped: string) => Promise<{ readonly secret: string; readonly isOld: boolean }>
}

/** One thing to do in the shared folder. Names are those of sync/format/file-names.ts, and a few more that are checked as strictly. */
export type FolderRequest =
  | { readonly kind: 'list'; readonly root: string; readonly sizes: boolean }
  | { readonly kind: 'read'; readonly root: string; readonly name: string; readonly most: number }
  | {
      readonly kind: 'write'
      readonly root: string
      readonly name: string
      readonly bytes: Uint8Array
      readonly writer: string
    }
  | { readonly kind: 'remove'; readonly root: string; readonly name: string }
  /** Takes away the half-written files that this writer left when it was stopped. */
  | { readonly kind: 'tidy'; readonly root: string; readonly writer: string }

/**
 * missing: it is not there. notHere: the provider's program has not fetched it yet. busy: another program holds it. notPlain: a link or
 * something else that is no file of its own. stuck: no answer came, and the process was ended.
 */
export type FolderFailure =
  | 'missing'
  | 'notHere'
  | 'busy'
  | 'full'
  | 'denied'
  | 'tooLarge'
  | 'notPlain'
  | 'stuck'
  | 'other'

export type FolderAnswer =
  /** `marker`: what vault.json says, null when it is not there. Size: bytes, or -1 for what is no plain file; null when not asked. */
  | {
      readonly kind: 'listed'
      readonly marker: string | null
      readonly entries: readonly (readonly [string, number | null])[]
    }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: FolderFailure }

/** A process that does nothing but read and write in the shared folder: one that hangs there can be ended without harm. */
export interface FolderProcess {
  /** Starts the process when there is none. Rejects when it ends before it answers. */
  readonly ask: (request: FolderRequest) => Promise<FolderAnswer>
  /** Ends it, whatever it is doing. */
  readonly end: () => Promise<void>
}

export interface Capabilities {
  readonly shell: 'desktop' | 'browser'
  /** Opens a folder of ours in the file manager; absent where the shell cannot. */
  readonly showFolder?: (folder: string) => Promise<void>
  /** Lets the user point at a folder; null when they did not. Absent where the shell has no window of the system for it. */
  readonly chooseFolder?: () => Promise<string | null>
  /** Opens a draft in the user's mail program; the shell makes the address itself. Absent where the shell cannot. */
  readonly openMail?: (draft: MailDraft) => Promise<void>
  /** Makes a PDF (A4) of a document without scripts; absent where the shell has nothing that can. */
  readonly printToPdf?: (html: string) => Promise<Uint8Array>
  /** Updates of the app itself; absent where the shell has none. Each step is taken only because the user asked. */
  readonly updates?: {
    readonly state: () => Promise<UpdateState>
    readonly check: () => Promise<UpdateState>
    readonly download: () => Promise<UpdateState>
    readonly install: () => Promise<void>
  }
  /** Absent where the shell has none (browser mode). */
  readonly keyStore?: KeyStore
  /** Absent where no process can be started (tests that need none). */
  readonly folderProcess?: FolderProcess
  /** Sets the zoom of the window (100 to 200 percent) where the page cannot do it itself. */
  readonly setZoom?: (percent: number) => Promise<void>
  /** Tells the shell that the language changed (menus). */
  readonly languageChanged?: (language: string) => Promise<void>
}
