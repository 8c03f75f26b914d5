// The shared folder as the rest sees it. One request at a time, and each has an end: reading a file that a provider has not fetched can
// hang in the system's core for ever, so the process that hangs is ended and the next request starts another.
import type { FolderAnswer, FolderFailure, FolderProcess, FolderRequest } from '../../capabilities.ts'

export interface Listing {
  readonly marker: string | null
  /** Size in bytes, -1 for what is no plain file; null where it was not asked. */
  readonly entries: ReadonlyMap<string, number | null>
}

export interface SharedFolder {
  list(sizes: boolean): Promise<Listing | FolderFailure>
  read(name: string, most: number): Promise<Uint8Array | FolderFailure>
  /** undefined when it is in the folder. */
  write(name: string, bytes: Uint8Array): Promise<FolderFailure | undefined>
  remove(name: string): Promise<FolderFailure | undefined>
  tidy(): Promise<FolderFailure | undefined>
}

export interface SharedFolderOptions {
  readonly root: string
  /** The device that writes: its name is on files that are half-written. */
  readonly writer: string
  readonly process: FolderProcess
  /** Settles after so many milliseconds, unless it is told to stop. */
  readonly after?: (milliseconds: number) => { readonly passed: Promise<void>; readonly stop: () => void }
}

const patience: Readonly<Record<FolderRequest['kind'], number>> = {
  list: 30_000,
  read: 60_000,
  write: 90_000,
  remove: 30_000,
  tidy: 30_000,
}

export function openSharedFolder({ root, writer, process, after = timer }: SharedFolderOptions): SharedFolder {
  let queue: Promise<unknown> = Promise.resolve()

  const ask = (request: FolderRequest): Promise<FolderAnswer> => {
    const mine = queue.then(() => askOnce(request))
    queue = mine
    return mine
  }

  const askOnce = async (request: FolderRequest): Promise<FolderAnswer> => {
    const { passed, stop } = after(patience[request.kind])
    const answer = process.ask(request).catch(() => ({ kind: 'failed', reason: 'stuck' }) as const)
    const first = await Promise.race([answer, passed.then(() => undefined)])
    stop()
    if (first) return first
    await process.end()
    return { kind: 'failed', reason: 'stuck' }
  }

  const settle = async (request: FolderRequest) => {
    const answer = await ask(request)
    return answer.kind === 'done' ? undefined : failureOf(answer)
  }

  return {
    async list(sizes) {
      const answer = await ask({ kind: 'list', root, sizes })
      return answer.kind === 'listed' ? { marker: answer.marker, entries: new Map(answer.entries) } : failureOf(answer)
    },
    async read(name, most) {
      const answer = await ask({ kind: 'read', root, name, most })
      return answer.kind === 'bytes' ? answer.bytes : failureOf(answer)
    },
    write: (name, bytes) => settle({ kind: 'write', root, name, bytes, writer }),
    remove: (name) => settle({ kind: 'remove', root, name }),
    tidy: () => settle({ kind: 'tidy', root, writer }),
  }
}

const failureOf = (answer: FolderAnswer): FolderFailure => (answer.kind === 'failed' ? answer.reason : 'other')

function timer(milliseconds: number) {
  const { promise: passed, resolve } = Promise.withResolvers<void>()
  const running = setTimeout(resolve, milliseconds)
  return { passed, stop: () => clearTimeout(running) }
}
