// What no page may do, whatever it is: go elsewhere, open windows, ask permissions, reach a network, save files of its own.
import path from 'node:path'
import { app, type Event, type Session, type WebContents } from 'electron'
import { isFileAddress, isOurAddress } from './app-address.ts'

/**
 * Electron approves every permission unless told otherwise; left open to our own page are "kopieer adressen", and the whole screen for
 * presenting at a meeting.
 */
const allowed: readonly string[] = ['clipboard-sanitized-write', 'fullscreen']

export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, details) => {
    decide(allowed.includes(permission) && details.isMainFrame && isOurAddress(details.requestingUrl))
  })
  session.setPermissionCheckHandler(
    (_contents, permission, origin, details) =>
      allowed.includes(permission) && details.isMainFrame && isOurAddress(origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !mayLoad(details.url) }))
  session.on('will-download', (event, item) => {
    if (!isFileAddress(item.getURL())) return event.preventDefault()
    // Electron asks where to save it, in its own dialog.
    item.setSaveDialogOptions({ defaultPath: path.join(app.getPath('downloads'), path.basename(item.getFilename())) })
  })
}

export function lockContents(contents: WebContents): void {
  const stay = (details: Event<{ readonly url: string }>) => {
    if (!isOurAddress(details.url)) details.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOurAddress(details.url)) details.preventDefault()
  })
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** `data:` and `blob:` hold their own contents; what may be done with them is for the Content-Security-Policy. */
function mayLoad(address: string): boolean {
  return isOurAddress(address) || /^(?:data|blob):/.test(address)
}
