// Runs the backend in a utilityProcess, so that no import or backup ever freezes the window, and starts it again when it dies.
import { utilityProcess } from 'electron'
import type { Answerers, Asks, FromBackend, ProducedFile, StartOptions, ToBackend } from './backend-messages.ts'

export interface BackendProcess {
  /** JSON request in, JSON Reply out. Never rejects: what was under way when the process died gets a reply that says so. */
  call(request: string): Promise<string>
  receiveFile(name: string, body: AsyncIterable<Uint8Array>): Promise<string>
  produceFile(handle: string): Promise<ProducedFile | undefined>
  /** Settles once the book is closed, or after a while when the process does not answer any more. */
  close(): Promise<void>
}

export interface BackendProcessOptions {
  /** The built file that the process runs. */
  readonly file: string
  readonly start: StartOptions
  readonly answerers: Answerers
  /** Each event as JSON text. */
  readonly onEvent: (event: string) => void
  /** The backend cannot be started, or died too often: `reason` is for the log, not for the user. */
  readonly onGivenUp: (reason: string) => void
}

const restartsAllowed = 3
const restartWindowMs = 60_000
const closeWithinMs = 15_000

interface Running {
  readonly post: (message: ToBackend) => void
  readonly kill: () => void
}

interface Waiting {
  readonly reply?: (reply: string) => void
  readonly produced?: (file: ProducedFile | undefined) => void
  readonly nextPiece?: () => void
}

export function startBackendProcess(options: BackendProcessOptions): BackendProcess {
  const waiting = new Map<number, Waiting>()
  const deaths: number[] = []
  let lastId = 0
  let started = false
  let startedBefore = false
  let alive = true
  let closing: (() => void) | undefined
  let closed: Promise<void> | undefined
  /** Said before the process was ready; it gets them in order once it is. */
  let early: ToBackend[] = []
  let running = fork()

  const send = (message: ToBackend) => {
    if (started) running.post(message)
    else early.push(message)
  }

  const takeUp = (message: FromBackend) => {
    switch (message.kind) {
      case 'started':
        started = true
        for (const held of early) running.post(held)
        early = []
        // Whatever the windows show may be older than the file: let them ask again.
        if (startedBefore) options.onEvent(JSON.stringify({ topic: 'book' }))
        startedBefore = true
        break
      case 'failed':
        failAll()
        options.onGivenUp(message.reason)
        break
      case 'reply':
        waiting.get(message.id)?.reply?.(message.reply)
        break
      case 'produced':
        waiting.get(message.id)?.produced?.(message.file ?? undefined)
        break
      case 'nextPiece':
        waiting.get(message.id)?.nextPiece?.()
        break
      case 'event':
        options.onEvent(message.event)
        break
      case 'ask':
        void answer(message.id, message.ask, message.input)
        break
      case 'closed':
        closing?.()
        break
    }
  }

  const answer = async (id: number, ask: keyof Asks, input: unknown) => {
    try {
      const answerer = options.answerers[ask] as (input: unknown) => Promise<unknown> // Asks pairs each name with its input
      running.post({ kind: 'answer', id, value: await answerer(input), error: null })
    } catch (error) {
      running.post({ kind: 'answer', id, value: null, error: error instanceof Error ? error.message : String(error) })
    }
  }

  const failAll = () => {
    early = []
    for (const entry of [...waiting.values()]) {
      entry.reply?.(stoppedReply)
      entry.produced?.(undefined)
    }
    waiting.clear()
  }

  const died = (code: number) => {
    started = false
    failAll()
    if (closing) return closing()
    const now = Date.now()
    deaths.push(now)
    while ((deaths[0] ?? now) < now - restartWindowMs) deaths.shift()
    alive = deaths.length <= restartsAllowed
    if (!alive) return options.onGivenUp(`the backend ended ${deaths.length} times, last with code ${code}`)
    running = fork()
  }

  function fork(): Running {
    const child = utilityProcess.fork(options.file, [], { serviceName: 'Buurtboek', stdio: 'inherit' })
    child.on('message', (message: FromBackend) => takeUp(message))
    child.once('exit', (code: number) => died(code))
    child.postMessage({ kind: 'start', options: options.start } satisfies ToBackend)
    return { post: (message) => child.postMessage(message), kill: () => child.kill() }
  }

  const ask = <Answer>(
    message: (id: number) => ToBackend,
    entry: (done: (answer: Answer) => void, id: number) => Waiting,
  ) =>
    new Promise<Answer>((resolve) => {
      lastId += 1
      const id = lastId
      waiting.set(
        id,
        entry((answer) => {
          waiting.delete(id)
          resolve(answer)
        }, id),
      )
      send(message(id))
    })

  const close = () =>
    new Promise<void>((resolve) => {
      if (!alive) return resolve()
      const timer = setTimeout(() => finish(), closeWithinMs)
      const finish = () => {
        clearTimeout(timer)
        closing = () => undefined
        running.kill()
        resolve()
      }
      closing = finish
      running.post({ kind: 'close' })
    })

  return {
    call: (request) =>
      ask<string>(
        (id) => ({ kind: 'call', id, request }),
        (reply) => ({ reply }),
      ),

    receiveFile(name, body) {
      const pieces = body[Symbol.asyncIterator]()
      const next = async (id: number) => {
        try {
          const piece = await pieces.next()
          send({ kind: 'piece', id, bytes: piece.done ? null : piece.value, broken: false })
        } catch {
          send({ kind: 'piece', id, bytes: null, broken: true })
        }
      }
      return ask<string>(
        (id) => ({ kind: 'receive', id, name }),
        (reply, id) => ({ reply, nextPiece: () => void next(id) }),
      ).finally(() => pieces.return?.())
    },

    produceFile: (handle) =>
      ask<ProducedFile | undefined>(
        (id) => ({ kind: 'produce', id, handle }),
        (produced) => ({ produced }),
      ),

    // The update and the end of the app both close it; the second finds it done.
    close: () => {
      closed ??= close()
      return closed
    },
  }
}

/** For whatever was under way: it may or may not have been saved, and only the file knows. */
const stoppedReply = JSON.stringify({ ok: false, error: { code: 'backendRestarted', details: {} } })
