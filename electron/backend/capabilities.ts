// What only the shell around the backend can do. Screens ask app.capabilities; they never ask which shell they are in.

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

export interface Capabilities {
  readonly shell: 'desktop' | 'browser'
  /** Opens a folder of ours in the file manager; absent where the shell cannot. */
  readonly showFolder?: (folder: string) => Promise<void>
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
  /** Sets the zoom of the window (100 to 200 percent) where the page cannot do it itself. */
  readonly setZoom?: (percent: number) => Promise<void>
  /** Tells the shell that the language changed (menus). */
  readonly languageChanged?: (language: string) => Promise<void>
}
