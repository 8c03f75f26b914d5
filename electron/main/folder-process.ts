// Runs the folder process: started by the first request, and started anew when it was ended or died. What it does and how long it may
// take is the backend's business; only this process can start another.
import { utilityProcess } from 'electron'
import type { FolderAnswer, FolderProcess, FolderRequest } from '../backend/capabilities.ts'

interface Answered {
  readonly id: number
  readonly answer: FolderAnswer
}

interface Running {
  readonly post: (message: { readonly id: number; readonly request: FolderRequest }) => void
  readonly end: () => void
  readonly ended: Promise<void>
}

/** @param file the built file that the process runs. */
export function createFolderProcess(file: string): FolderProcess {
  const waiting = new Map<number, PromiseWithResolvers<FolderAnswer>>()
  let running: Running | undefined
  let lastId = 0

  const start = (): Running => {
    const child = utilityProcess.fork(file, [], { serviceName: 'Buurtboek map', stdio: 'ignore' })
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => {
        running = undefined
        for (const { reject } of waiting.values()) reject(new Error('the folder process ended'))
        waiting.clear()
        resolve()
      })
    })
    child.on('message', ({ id, answer }: Answered) => {
      waiting.get(id)?.resolve(answer)
      waiting.delete(id)
    })
    return { post: (message) => child.postMessage(message), end: () => child.kill(), ended }
  }

  return {
    ask(request) {
      running ??= start()
      lastId += 1
      const answer = Promise.withResolvers<FolderAnswer>()
      waiting.set(lastId, answer)
      running.post({ id: lastId, request })
      return answer.promise
    },
    async end() {
      running?.end()
      await running?.ended
    },
  }
}
