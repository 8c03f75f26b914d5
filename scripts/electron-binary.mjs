// Where Electron's binary is, or undefined. Never `require('electron')` to find out: that downloads it.
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

export function electronBinary() {
  const root = path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? path.join(root, 'dist')
  const file = path.join(folder, binaryName(root))
  return existsSync(file) ? file : undefined
}

function binaryName(root) {
  const written = path.join(root, 'path.txt')
  if (existsSync(written)) return readFileSync(written, 'utf8').trim()
  return { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron'
}
