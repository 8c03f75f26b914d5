// What only the shell around the backend can do. Screens ask app.capabilities; they never ask which shell they are in.

export interface UpdateState {
  /** none: up to date or not checked; available: announced; downloaded: verified and ready; link: only a page to visit can be offered. */
  readonly state: 'none' | 'checking' | 'available' | 'downloading' | 'downloaded' | 'link' | 'failed'
  readonly version: string | null
}

export interface Capabilities {
  readonly shell: 'desktop' | 'browser'
  /** Opens a folder of ours in the file manager; absent where the shell cannot. */
  readonly showFolder?: (folder: string) => Promise<void>
  /** Updates of the app itself; absent where the shell has none. Each step is taken only because the user asked. */
  readonly updates?: {
    readonly state: () => Promise<UpdateState>
    readonly check: () => Promise<UpdateState>
    readonly download: () => Promise<UpdateState>
    readonly install: () => Promise<void>
  }
  /** Sets the zoom of the window (100 to 200 percent) where the page cannot do it itself. */
  readonly setZoom?: (percent: number) => Promise<void>
  /** Tells the shell that the language changed (menus). */
  readonly languageChanged?: (language: string) => Promise<void>
}
