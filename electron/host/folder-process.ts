// Runs the folder process as a child of this one: started by the first request, and started anew when it was ended or died.
import { type ChildProcess, fork } from 'node:child_process'
import type { FolderAnswer, FolderProcess } from '../backend/capabilities.ts'

interface Answered {
  readonly id: number
  readonly answer: FolderAnswer
}

interface Running {
  readonly child: ChildProcess
  readonly waiting: Map<number, PromiseWithResolvers<FolderAnswer>>
  /** Fails whoever waits for it; the next request starts another. */
  readonly giveUp: () => void
  readonly ended: Promise<void>
}

/** @param file the file that the process runs. */
export function createFolderProcess(file: string): FolderProcess {
  let running: Running | undefined
  let lastId = 0

  const start = (): Running => {
    // It needs nothing of this process's surroundings, and ends with it when the line between them is cut.
    const child = fork(file, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {} })
    child.unref()
    child.channel?.unref()
    const waiting: Running['waiting'] = new Map()
    const giveUp = () => {
      // One that was started since is another's.
      if (running?.child === child) running = undefined
      for (const { reject } of waiting.values()) reject(new Error('the folder process ended'))
      waiting.clear()
    }
    const ended = new Promise<void>((resolve) => {
      const end = () => {
        giveUp()
        resolve()
      }
      child.once('exit', end)
      child.on('error', end)
    })
    child.on('message', (message) => {
      const { id, answer } = message as Answered // our own worker says nothing else
      waiting.get(id)?.resolve(answer)
      waiting.delete(id)
    })
    return { child, waiting, giveUp, ended }
  }

  return {
    ask(request) {
      running ??= start()
      const { child, waiting, giveUp } = running
      lastId += 1
      const answer = Promise.withResolvers<FolderAnswer>()
      waiting.set(lastId, answer)
      // While somebody waits for an answer this process must not end for want of work.
      child.channel?.ref()
      // The line may be cut before the process is gone.
      child.send({ id: lastId, request }, (error) => error && giveUp())
      return answer.promise.finally(() => waiting.size === 0 && child.channel?.unref())
    },
    async end() {
      running?.child.kill('SIGKILL')
      await running?.ended
    },
  }
}
