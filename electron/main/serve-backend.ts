// The far end of backend-process.ts: answers the shell's messages with a backend, and asks the shell what only it can do.
import type { Capabilities } from '../backend/capabilities.ts'
import type { Backend, BackendOptions } from '../backend/create-backend.ts'
import type { Asks, FromBackend, StartOptions, ToBackend } from './backend-messages.ts'

export interface Port {
  readonly post: (message: FromBackend) => void
  readonly onMessage: (listener: (message: ToBackend) => void) => void
}

export function serveBackend(port: Port, create: (options: BackendOptions) => Promise<Backend>): void {
  const asking = createAsking(port)
  const incoming = new Map<number, PieceQueue>()
  let backend: Promise<Backend> | undefined

  const withBackend = (work: (open: Backend) => Promise<void>) => {
    // When it could not be opened, start() has said so and the shell ends this process: there is nobody to answer.
    backend?.then(work, () => undefined)
  }

  const start = async (options: StartOptions) => {
    const { canUpdate, ...rest } = options
    try {
      backend = create({ ...rest, checkLater: true, capabilities: createCapabilities(asking.ask, canUpdate) })
      const { subscribe } = await backend
      subscribe((event) => port.post({ kind: 'event', event: JSON.stringify(event) }))
      port.post({ kind: 'started' })
    } catch (error) {
      port.post({ kind: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  const receive = async (open: Backend, id: number, name: string) => {
    const pieces = createPieceQueue(() => port.post({ kind: 'nextPiece', id }))
    incoming.set(id, pieces)
    const reply = await open.receiveFile(name, pieces)
    incoming.delete(id)
    port.post({ kind: 'reply', id, reply })
  }

  port.onMessage((message) => {
    switch (message.kind) {
      case 'start':
        void start(message.options)
        break
      case 'call':
        withBackend(async (open) => {
          port.post({ kind: 'reply', id: message.id, reply: await open.call(message.request) })
        })
        break
      case 'receive':
        withBackend((open) => receive(open, message.id, message.name))
        break
      case 'piece':
        incoming.get(message.id)?.give(message.bytes, message.broken)
        break
      case 'produce':
        withBackend(async (open) => {
          port.post({ kind: 'produced', id: message.id, file: (await open.produceFile(message.handle)) ?? null })
        })
        break
      case 'answer':
        asking.answered(message.id, message.value, message.error)
        break
      case 'close':
        withBackend(async (open) => {
          await open.close().finally(() => port.post({ kind: 'closed' }))
        })
        break
    }
  })
}

type Ask = <A extends keyof Asks>(ask: A, input: Asks[A]['input']) => Promise<Asks[A]['answer']>

function createAsking(port: Port) {
  const waiting = new Map<number, { readonly done: (value: never) => void; readonly failed: (error: Error) => void }>()
  let lastId = 0
  const ask: Ask = (name, input) =>
    new Promise((done, failed) => {
      lastId += 1
      waiting.set(lastId, { done, failed })
      port.post({ kind: 'ask', id: lastId, ask: name, input })
    })
  const answered = (id: number, value: unknown, error: string | null) => {
    const question = waiting.get(id)
    waiting.delete(id)
    if (error === null)
      question?.done(value as never) // the shell answers each ask with the type Asks gives it
    else question?.failed(new Error(error))
  }
  return { ask, answered }
}

function createCapabilities(ask: Ask, canUpdate: boolean): Capabilities {
  const updates = {
    state: () => ask('updateState', null),
    check: () => ask('checkForUpdate', null),
    download: () => ask('downloadUpdate', null),
    install: async () => void (await ask('installUpdate', null)),
  }
  return {
    shell: 'desktop',
    showFolder: async (folder) => void (await ask('showFolder', folder)),
    chooseFolder: () => ask('chooseFolder', null),
    openMail: async (draft) => void (await ask('openMail', draft)),
    setZoom: async (percent) => void (await ask('setZoom', percent)),
    languageChanged: async (language) => void (await ask('languageChanged', language)),
    printToPdf: (html) => ask('printToPdf', html),
    keyStore: {
      identify: () => ask('identifyKeyStore', null),
      wrap: (secret) => ask('wrapKey', secret),
      unwrap: (wrapped) => ask('unwrapKey', wrapped),
    },
    folderProcess: {
      ask: (request) => ask('folderTask', request),
      end: async () => void (await ask('endFolderProcess', null)),
    },
    ...(canUpdate ? { updates } : {}),
  }
}

interface PieceQueue extends AsyncIterable<Uint8Array> {
  readonly give: (bytes: Uint8Array | null, broken: boolean) => void
}

/** Holds at most one piece: the next is asked for when the reader comes for it. */
function createPieceQueue(askNext: () => void): PieceQueue {
  let wake: ((piece: IteratorResult<Uint8Array, undefined>) => void) | undefined
  let fail: ((error: Error) => void) | undefined
  return {
    give(bytes, broken) {
      if (broken) fail?.(new Error('the file stopped half-way'))
      else wake?.(bytes === null ? { done: true, value: undefined } : { done: false, value: bytes })
    },
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((resolve, reject) => {
          wake = resolve
          fail = reject
          askNext()
        }),
    }),
  }
}
