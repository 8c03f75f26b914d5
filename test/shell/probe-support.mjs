// What every question to the built shell needs.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Script } from 'node:vm'
import { contextBridge, exposed, ipcRenderer, ipcRendererEvents } from './fake-electron.mjs'

/** The built shell that is asked; of many in one process each has modules of its own (register.mjs), this one too. */
export const out = path.resolve(process.argv[2] ?? 'out')

export const until = async (condition, name) => {
  for (let turn = 0; turn < 2000; turn += 1) {
    if (condition()) return
    await wait(10)
  }
  throw new Error(`waited in vain for: ${name}`)
}

export function runPreload() {
  const required = []
  const source = readFileSync(path.join(out, 'preload/index.cjs'), 'utf8')
  // No process, no Buffer, no require but this one: what a sandboxed preload has, and less.
  const run = new Script(`(function (require, exports, module) { ${source}\n})`).runInNewContext({})
  const requireElectron = (name) => {
    required.push(name)
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return { contextBridge, ipcRenderer }
  }
  run(requireElectron, {}, { exports: {} })
  const bridge = exposed.buurtboek
  const heard = []
  const stop = bridge.onEvent((...values) => heard.push(values))
  ipcRendererEvents.emit('buurtboek:event', { sender: 'secret' }, 'one')
  stop()
  ipcRendererEvents.emit('buurtboek:event', { sender: 'secret' }, 'two')
  return { required: [...new Set(required)], worlds: Object.keys(exposed), keys: Object.keys(bridge), heard }
}

export function withoutClicks(menu) {
  return JSON.parse(JSON.stringify(menu))
}
