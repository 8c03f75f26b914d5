// Builds out/ when it is missing or older than what it is made of.
import { spawnSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const sources = ['electron', 'renderer', 'shared', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const results = ['out/main/index.js', 'out/main/host.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** Ends the program with a sentence when the build fails. */
export function buildIfNeeded() {
  if (!isStale()) return
  console.error('Building Buurtboek (once after every change) ...')
  const vite = path.join(root, 'node_modules/electron-vite/bin/electron-vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    // Standard output may carry an address for a program to read.
    stdio: ['ignore', 2, 2],
  })
  if (status === 0) return
  console.error('The build failed; the reason is above.')
  process.exit(1)
}

function isStale() {
  const built = Math.min(...results.map((file) => changedAt(path.join(root, file)) ?? 0))
  return sources.some((source) => newest(path.join(root, source)) > built)
}

function newest(file) {
  const changed = changedAt(file)
  if (changed === undefined) return 0
  if (!statSync(file).isDirectory()) return changed
  return Math.max(changed, ...readdirSync(file).map((name) => newest(path.join(file, name))))
}

function changedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs
}
