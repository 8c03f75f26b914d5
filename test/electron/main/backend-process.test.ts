// Both ends of the line between the shell and the backend's process, with a line that a test can cut.
import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Capabilities } from '../../../electron/backend/capabilities.ts'
import type { Backend, BackendOptions } from '../../../electron/backend/create-backend.ts'
import type { Answerers, FromBackend, ToBackend } from '../../../electron/main/backend-messages.ts'
import { startBackendProcess } from '../../../electron/main/backend-process.ts'
import { serveBackend } from '../../../electron/main/serve-backend.ts'
import type { BackendEvent } from '../../../shared/contract/events.ts'

const processes = vi.hoisted(() => ({ fork: (): unknown => undefined }))
vi.mock('electron', () => ({ utilityProcess: { fork: () => processes.fork() } }))

let children: EventEmitter[]
let capabilities: Capabilities
let said: string[]
let announce: (event: BackendEvent) => void

/** A backend that answers with what it was asked. */
function aBackend(): Backend {
  return {
    call: async (request) => (request === 'hang' ? new Promise(() => undefined) : `answer to ${request}`),
    async receiveFile(name, body) {
      const pieces: number[] = []
      try {
        for await (const piece of body) pieces.push(piece.byteLength)
        return `${name}: ${pieces.join('+')}`
      } catch (error) {
        return `${name} broke off after ${pieces.join('+')}: ${error instanceof Error ? error.message : ''}`
      }
    },
    produceFile: async (handle) =>
      handle === 'known' ? { name: 'leden.csv', type: 'text/csv', bytes: new Uint8Array([1, 2, 3]) } : undefined,
    subscribe(listener) {
      announce = listener
      return () => false
    },
    close: async () => void said.push('closed'),
  }
}

let open: (options: BackendOptions) => Promise<Backend>

function fork() {
  const child = Object.assign(new EventEmitter(), {
    postMessage: (message: ToBackend) => setImmediate(() => toBackend.emit('message', structuredClone(message))),
    kill: () => setImmediate(() => child.emit('exit', 1)),
  })
  const toBackend = new EventEmitter()
  children.push(child)
  serveBackend(
    {
      post: (message: FromBackend) => setImmediate(() => child.emit('message', structuredClone(message))),
      onMessage: (listener) => toBackend.on('message', listener),
    },
    (options) => {
      capabilities = options.capabilities
      return open(options)
    },
  )
  return child
}

const answerers: Answerers = {
  showFolder: async (folder) => {
    if (folder !== '/data') throw new Error('not a folder of the app')
    said.push(`shows ${folder}`)
    return null
  },
  printToPdf: async () => new Uint8Array(),
  chooseFolder: async () => '/home/joyce/Gedeeld',
  openMail: async ({ to }) => {
    said.push(`mail to ${to.join()}`)
    return null
  },
  setZoom: async (percent) => {
    said.push(`zoom ${percent}`)
    return null
  },
  languageChanged: async () => null,
  folderTask: async ({ root }) => ({ kind: 'listed', marker: root, entries: [] }),
  endFolderProcess: async () => {
    said.push('folder process ended')
    return null
  },
  identifyKeyStore: async () => ({ backend: 'keychain', app: 'Buurtboek' }),
  wrapKey: async (secret) => `wrapped ${secret}`,
  unwrapKey: async (wrapped) => {
    if (!wrapped.startsWith('wrapped ')) throw new Error('not wrapped here')
    return { secret: wrapped.slice('wrapped '.length), isOld: false }
  },
  updateState: async () => ({ state: 'none', version: null }),
  checkForUpdate: async () => ({ state: 'available', version: '2.0.0' }),
  downloadUpdate: async () => ({ state: 'downloaded', version: '2.0.0' }),
  installUpdate: async () => null,
}

function start(canUpdate = true) {
  const events: string[] = []
  const givenUp: string[] = []
  const backend = startBackendProcess({
    file: 'backend.js',
    start: {
      ...{ dataFolder: '/data', appVersion: '1.0.0', parseWorker: 'parse-worker.js', fontFolder: '/app/assets' },
      ...{ canUpdate, demo: false },
    },
    answerers,
    onEvent: (event) => events.push(event),
    onGivenUp: (reason) => givenUp.push(reason),
  })
  return { backend, events, givenUp }
}

beforeEach(() => {
  children = []
  said = []
  open = async () => aBackend()
  processes.fork = fork
})

describe('the line to the backend', () => {
  it('carries calls, also those made before it was ready, each to its own answer', async () => {
    const { backend } = start()
    expect(await Promise.all([backend.call('one'), backend.call('two')])).toEqual(['answer to one', 'answer to two'])
    expect(await backend.call('three')).toBe('answer to three')
  })

  it('carries a file in pieces, the next one only when it is asked for', async () => {
    const { backend } = start()
    let given = 0
    let most = 0
    async function* pieces() {
      for (const size of [3, 5, 7]) {
        given += 1
        most = Math.max(most, given)
        yield new Uint8Array(size)
        given -= 1
      }
    }
    expect(await backend.receiveFile('lijst.csv', pieces())).toBe('lijst.csv: 3+5+7')
    expect(most).toBe(1)
    expect(await backend.receiveFile('leeg.csv', (async function* () {})())).toBe('leeg.csv: ')
  })

  it('tells the backend when a file breaks off', async () => {
    const { backend } = start()
    async function* broken() {
      yield new Uint8Array(4)
      throw new Error('cable out')
    }
    expect(await backend.receiveFile('half.csv', broken())).toBe(
      'half.csv broke off after 4: the file stopped half-way',
    )
  })

  it('brings a made file, or nothing', async () => {
    const { backend } = start()
    expect(await backend.produceFile('known')).toEqual({
      name: 'leden.csv',
      type: 'text/csv',
      bytes: new Uint8Array([1, 2, 3]),
    })
    expect(await backend.produceFile('other')).toBeUndefined()
  })

  it('carries events to the window', async () => {
    const { backend, events } = start()
    await backend.call('x')
    announce({ topic: 'changed', tables: ['person'] })
    await vi.waitFor(() => expect(events).toEqual(['{"topic":"changed","tables":["person"]}']))
  })

  it('carries what the backend asks of the shell, and its refusals', async () => {
    const { backend } = start()
    await backend.call('x')
    await capabilities.showFolder?.('/data')
    await capabilities.setZoom?.(150)
    expect(said).toEqual(['shows /data', 'zoom 150'])
    const listed = await capabilities.folderProcess?.ask({ kind: 'list', root: '/shared', sizes: false })
    expect(listed).toEqual({ kind: 'listed', marker: '/shared', entries: [] })
    await capabilities.folderProcess?.end()
    expect(await capabilities.chooseFolder?.()).toBe('/home/joyce/Gedeeld')
    await capabilities.openMail?.({ to: ['ria@example.org'], bcc: [], subject: '', body: '' })
    expect(said).toContain('mail to ria@example.org')
    expect(said).toContain('folder process ended')
    await expect(capabilities.showFolder?.('/etc')).rejects.toThrow('not a folder of the app')
    expect(await capabilities.updates?.check()).toEqual({ state: 'available', version: '2.0.0' })
  })

  it('has no updates where the app cannot be updated', async () => {
    const { backend } = start(false)
    await backend.call('x')
    expect(capabilities.updates).toBeUndefined()
  })
})

describe('the end', () => {
  it('closes the book once, however often it is asked', async () => {
    const { backend, givenUp } = start()
    await backend.call('x')
    await Promise.all([backend.close(), backend.close()])
    await backend.close()
    expect(said).toEqual(['closed'])
    expect(children).toHaveLength(1)
    expect(givenUp).toEqual([])
  })

  it('comes also when the process dies while it is closing', async () => {
    const { backend } = start()
    await backend.call('x')
    const closing = backend.close()
    children[0]?.emit('exit', 9)
    await closing
    expect(children).toHaveLength(1)
  })
})

describe('a process that dies', () => {
  const stopped = JSON.stringify({ ok: false, error: { code: 'backendRestarted', details: {} } })

  it('is started again; what was under way is told so, and the windows ask anew', async () => {
    const { backend, events, givenUp } = start()
    await backend.call('x')
    const [hanging, file] = [backend.call('hang'), backend.produceFile('known')]
    children[0]?.emit('exit', 1)
    expect(await hanging).toBe(stopped)
    expect(await file).toBeUndefined()
    expect(await backend.call('again')).toBe('answer to again')
    expect(events).toEqual(['{"topic":"book"}'])
    expect(givenUp).toEqual([])
  })

  it('is given up when it goes on dying', async () => {
    const { givenUp } = start()
    for (let time = 0; time < 4; time += 1) children.at(-1)?.emit('exit', 1)
    expect(children).toHaveLength(4)
    expect(givenUp).toEqual(['the backend ended 4 times, last with code 1'])
  })

  it('is given up at once when the book cannot be opened at all', async () => {
    open = () => Promise.reject(new Error('no room'))
    const { backend, givenUp } = start()
    expect(await backend.call('x')).toBe(stopped)
    expect(givenUp).toEqual(['no room'])
  })
})
