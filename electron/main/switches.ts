import { app } from 'electron'

/** With these anybody who can change a shortcut could look into the book or put code of their own in the window. */
const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'load-extension',
  'disable-web-security',
  'js-flags',
  'proxy-server',
]

/** Only in the installed app: from a checkout the end-to-end tests drive Electron by these very switches. */
export function dropDebugSwitches(): void {
  if (!app.isPackaged) return
  for (const name of refused) app.commandLine.removeSwitch(name)
}

/** Started with the sandbox switched off: some Linux launchers do that by themselves where the system allows no sandbox. */
export function isUnsandboxed(): boolean {
  return app.isPackaged && app.commandLine.hasSwitch('no-sandbox')
}
