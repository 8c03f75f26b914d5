import { homedir } from 'node:os'
import path from 'node:path'

/**
 * The folder of the desktop app (Electron's convention for user data), so that both shells open the same book. Never
 * Documents or the desktop: those are often synced, and a book that is copied while it is written gets damaged.
 */
export function defaultDataFolder(
  platform: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
  home: string = homedir(),
): string {
  if (platform === 'win32') return path.join(env.APPDATA || path.join(home, 'AppData', 'Roaming'), 'Buurtboek')
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Buurtboek')
  return path.join(env.XDG_CONFIG_HOME || path.join(home, '.config'), 'Buurtboek')
}
