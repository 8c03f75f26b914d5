// A stand-in for Electron's main process, for machines without its binary. It is strict: what Electron offers only after
// "ready" throws before, what must happen before throws after, and whatever the app uses that is not here throws by name.
import { fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'

const settings = JSON.parse(process.env.FAKE_ELECTRON ?? '{}')

/** What happened, for the probe to read. */
export const seen = {
  privileges: undefined,
  sandboxed: false,
  removedSwitches: [],
  paths: {},
  sessions: new Map(),
  windows: [],
  handlers: new Map(),
  menus: [],
  opened: [],
  external: [],
  /** What the updater asked of the internet. */
  requests: [],
  dialogs: [],
  openDialogs: [],
  processes: [],
  quits: 0,
  exits: [],
  lockReleased: false,
}

let ready = false
const becomesReady = Promise.withResolvers()

/** What Electron does once the entry file has run to its end. */
export function fireReady() {
  ready = true
  becomesReady.resolve()
}

const onlyAfterReady = (what) => {
  if (!ready) throw new Error(`${what} before app is ready`)
}
const onlyBeforeReady = (what) => {
  if (ready) throw new Error(`${what} after app is ready`)
}

function strict(name, object) {
  return new Proxy(object, {
    get(target, key) {
      if (!(key in target) && typeof key === 'string' && key !== 'then')
        throw new Error(`the stand-in has no ${name}.${key}`)
      const value = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

const appEvents = Object.assign(new EventEmitter(), {
  isPackaged: settings.packaged ?? true,
  name: 'Buurtboek',
  getName: () => 'Buurtboek',
  getVersion: () => '1.0.0',
  getPath(name) {
    if (seen.paths[name]) return seen.paths[name]
    if (name === 'userData') return settings.userData
    if (name === 'downloads') return path.join(settings.userData, 'downloads')
    throw new Error(`the stand-in has no path ${name}`)
  },
  setPath(name, folder) {
    onlyBeforeReady(`app.setPath(${name})`)
    if (!existsSync(folder)) throw new Error(`app.setPath(${name}): there is no such folder`)
    seen.paths[name] = folder
  },
  enableSandbox() {
    onlyBeforeReady('app.enableSandbox')
    seen.sandboxed = true
  },
  commandLine: strict('app.commandLine', {
    hasSwitch: (name) => (settings.switches ?? []).includes(name),
    removeSwitch(name) {
      onlyBeforeReady('removeSwitch')
      seen.removedSwitches.push(name)
    },
  }),
  requestSingleInstanceLock: () => settings.lock ?? true,
  releaseSingleInstanceLock() {
    seen.lockReleased = true
  },
  whenReady: () => becomesReady.promise,
  quit() {
    seen.quits += 1
    const event = preventable()
    appEvents.emit('will-quit', event)
    if (!event.defaultPrevented) seen.exits.push(0)
  },
  exit(code) {
    seen.exits.push(code)
  },
})
export const app = strict('app', appEvents)

export function preventable(details = {}) {
  const event = { ...details, defaultPrevented: false }
  event.preventDefault = () => {
    event.defaultPrevented = true
  }
  return event
}

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes) {
    onlyBeforeReady('registerSchemesAsPrivileged')
    if (seen.privileges) throw new Error('registerSchemesAsPrivileged a second time')
    seen.privileges = schemes
  },
})

function createSession(partition) {
  const events = new EventEmitter()
  const handlers = {}
  const members = {
    partition,
    handlers,
    protocol: strict('session.protocol', {
      handle(scheme, handler) {
        onlyAfterReady('protocol.handle')
        if (handlers[scheme]) throw new Error(`${scheme} is handled already`)
        handlers[scheme] = handler
      },
    }),
    webRequest: strict('session.webRequest', {
      onBeforeRequest(listener) {
        handlers.beforeRequest = listener
      },
    }),
    setPermissionRequestHandler(handler) {
      handlers.permissionRequest = handler
    },
    setPermissionCheckHandler(handler) {
      handlers.permissionCheck = handler
    },
    setDevicePermissionHandler(handler) {
      handlers.device = handler
    },
  }
  return strict('session', Object.assign(events, members))
}

function sessionFor(partition, options) {
  onlyAfterReady('session')
  if (!seen.sessions.has(partition)) seen.sessions.set(partition, { session: createSession(partition), options })
  return seen.sessions.get(partition).session
}

export const session = {
  fromPartition: (partition, options) => sessionFor(partition, options),
  get defaultSession() {
    return sessionFor('')
  },
}

let lastContentsId = 0

class WebContents extends EventEmitter {
  constructor(contentsSession) {
    super()
    lastContentsId += 1
    this.id = lastContentsId
    this.session = contentsSession
    this.sent = []
    this.zoom = 1
    this.prints = []
    this.mainFrame = { url: '', parent: null }
  }
  setWindowOpenHandler(handler) {
    this.openHandler = handler
  }
  setZoomFactor(factor) {
    this.zoom = factor
  }
  send(channel, ...values) {
    this.sent.push([channel, ...structuredClone(values)])
    this.emit('sent')
  }
  print(options, done) {
    this.prints.push(options)
    done(false, 'no printer')
  }
}

export class BrowserWindow extends EventEmitter {
  constructor(options) {
    onlyAfterReady('new BrowserWindow')
    super()
    this.options = options
    this.calls = []
    this.minimized = false
    this.webContents = strict('webContents', new WebContents(options.webPreferences.session))
    seen.windows.push(this)
    appEvents.emit('web-contents-created', {}, this.webContents)
  }
  maximize() {
    this.calls.push('maximize')
  }
  show() {
    this.calls.push('show')
  }
  restore() {
    this.calls.push('restore')
  }
  focus() {
    this.calls.push('focus')
  }
  isMinimized() {
    return this.minimized
  }
  isMaximized() {
    return false
  }
  getNormalBounds() {
    return { x: 5, y: 6, width: 900, height: 700 }
  }
  async loadURL(url) {
    const handler = this.options.webPreferences.session.handlers[new URL(url).protocol.slice(0, -1)]
    if (!handler) throw new Error(`nothing serves ${url}`)
    this.loaded = url
    this.calls.push('load')
    this.webContents.mainFrame.url = url
    const response = await handler(new Request(url))
    if (!response.ok) throw new Error(`ERR_FAILED ${response.status}`)
    this.webContents.emit('dom-ready')
    this.emit('ready-to-show')
  }
}

export const ipcMain = strict('ipcMain', {
  handle(channel, handler) {
    if (seen.handlers.has(channel)) throw new Error(`a second handler for ${channel}`)
    seen.handlers.set(channel, handler)
  },
})

export const Menu = strict('Menu', {
  buildFromTemplate: (template) => ({ template }),
  setApplicationMenu(menu) {
    seen.menus.push(menu.template)
  },
})

export const dialog = strict('dialog', {
  async showOpenDialog(window, options) {
    if (!(window instanceof BrowserWindow)) throw new TypeError('showOpenDialog without its window')
    seen.openDialogs.push(options)
    return settings.folder ? { canceled: false, filePaths: [settings.folder] } : { canceled: true, filePaths: [] }
  },
  async showMessageBox(...input) {
    seen.dialogs.push(input.at(-1))
    return { response: 0 }
  },
})

export const shell = strict('shell', {
  async openPath(file) {
    seen.opened.push(file)
    return ''
  },
  async openExternal(url) {
    seen.external.push(url)
  },
})

/** A computer without internet. */
export const net = strict('net', {
  request(options) {
    seen.requests.push(`${options.protocol}//${options.hostname}${options.path}`)
    const request = new EventEmitter()
    request.end = () => setImmediate(() => request.emit('error', new Error('net::ERR_INTERNET_DISCONNECTED')))
    request.abort = () => undefined
    return request
  },
})

/** A key store that knows only what it wrapped itself. Which one it is, and whether it works, a test says; the synchronous calls are not here. */
export const safeStorage = strict('safeStorage', {
  getSelectedStorageBackend: () => (ready ? (settings.keyStore ?? 'gnome_libsecret') : 'unknown'),
  async isAsyncEncryptionAvailable() {
    onlyAfterReady('safeStorage')
    return settings.keyStore !== 'none'
  },
  async encryptStringAsync(text) {
    onlyAfterReady('safeStorage')
    if (typeof text !== 'string') throw new TypeError('encryptStringAsync takes text')
    return Buffer.from(`${storeMark}${Buffer.from(text).toString('hex')}`)
  },
  async decryptStringAsync(wrapped) {
    onlyAfterReady('safeStorage')
    if (!Buffer.isBuffer(wrapped)) throw new TypeError('decryptStringAsync takes a buffer')
    const text = wrapped.toString()
    if (!text.startsWith(storeMark)) throw new Error('Error while decrypting the ciphertext provided')
    return { result: Buffer.from(text.slice(storeMark.length), 'hex').toString(), shouldReEncrypt: false }
  },
})

const storeMark = 'wrapped by the stand-in:'

export const screen = strict('screen', {
  getPrimaryDisplay() {
    onlyAfterReady('screen')
    return { workArea: { x: 0, y: 0, width: 1600, height: 900 } }
  },
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1600, height: 900 } }],
})

/** Runs the built backend in a child process, as Electron would; or, for questions about the shell alone, one that only echoes. */
export const utilityProcess = strict('utilityProcess', {
  fork(file, args, options) {
    onlyAfterReady('utilityProcess.fork')
    const child = settings.backend === 'real' ? realProcess(file, args) : echoProcess()
    seen.processes.push({ child, file, options })
    return child
  },
})

function realProcess(file, args) {
  const child = fork(file, args, {
    serialization: 'advanced',
    execArgv: ['--import', new URL('./parent-port.mjs', import.meta.url).href],
  })
  const facade = new EventEmitter()
  child.on('message', (message) => facade.emit('message', message))
  child.once('exit', (code) => facade.emit('exit', code ?? 1))
  facade.postMessage = (message) => child.connected && child.send(message)
  facade.kill = () => child.kill('SIGKILL')
  return facade
}

function echoProcess() {
  const facade = new EventEmitter()
  let dead = false
  const say = (message) => setImmediate(() => dead || facade.emit('message', message))
  facade.said = []
  facade.postMessage = (message) => {
    if (dead) return
    facade.said.push(message)
    if (message.kind === 'start' && settings.backend !== 'broken') say({ kind: 'started' })
    if (message.kind === 'start' && settings.backend === 'broken') say({ kind: 'failed', reason: 'no room' })
    if (message.kind === 'call' && !message.request.includes('"hang"')) {
      const preferences = { language: settings.language ?? null, textSize: 120 }
      const value = message.request.includes('preferences.get') ? preferences : { echo: message.request }
      say({ kind: 'reply', id: message.id, reply: JSON.stringify({ ok: true, value }) })
    }
    if (message.kind === 'produce') say({ kind: 'produced', id: message.id, file: null })
    if (message.kind === 'receive') say({ kind: 'reply', id: message.id, reply: '{}' })
    if (message.kind === 'close') say({ kind: 'closed' })
  }
  facade.kill = () => {
    if (dead) return
    dead = true
    setImmediate(() => facade.emit('exit', 1))
  }
  /** As if the backend said this of its own accord. */
  facade.says = say
  return facade
}

// The far side, for the preload.
export const exposed = {}
export const ipcRendererEvents = new EventEmitter()

export const contextBridge = strict('contextBridge', {
  exposeInMainWorld(name, api) {
    if (exposed[name]) throw new Error(`${name} is exposed already`)
    exposed[name] = api
  },
})

/** Set by the probe: what stands between the page and the main process. */
export const wire = { invoke: undefined }

export const ipcRenderer = strict(
  'ipcRenderer',
  Object.assign(ipcRendererEvents, {
    invoke: (channel, ...values) => wire.invoke(channel, ...structuredClone(values)),
  }),
)
