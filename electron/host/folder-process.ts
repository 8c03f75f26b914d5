// Runs the folder process as a child of this one: started by the first request, and started anew when it was ended or died.
import { type ChildProcess, fork } from 'node:child_process'
import type { FolderAnswer, FolderProcess } from '../backend/capabilities.ts'

interface Answered {
  readonly id: number
  readonly answer: FolderAnswer
}

/** @param file the file that the process runs. */
export function createFolderProcess(file: string): FolderProcess {
  const waiting = new Map<number, PromiseWithResolvers<FolderAnswer>>()
  let running: { readonly child: ChildProcess; readonly ended: Promise<void> } | undefined
  let lastId = 0

  const start = () => {
    // It needs nothing of this process's surroundings, and ends with it when the line between them is cut.
    const child = fork(file, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'], env: {} })
    child.unref()
    child.channel?.unref()
    const ended = new Promise<void>((resolve) => {
      const end = () => {
        running = undefined
        for (const { reject } of waiting.values()) reject(new Error('the folder process ended'))
        waiting.clear()
        resolve()
      }
      child.once('exit', end)
      child.once('error', end)
    })
    child.on('message', (message) => {
      const { id, answer } = message as Answered // our own worker says nothing else
      waiting.get(id)?.resolve(answer)
      waiting.delete(id)
    })
    return { child, ended }
  }

  return {
    ask(request) {
      running ??= start()
      const { child } = running
      lastId += 1
      const answer = Promise.withResolvers<FolderAnswer>()
      waiting.set(lastId, answer)
      // While somebody waits for an answer this process must not end for want of work.
      child.channel?.ref()
      child.send({ id: lastId, request })
      return answer.promise.finally(() => waiting.size === 0 && child.channel?.unref())
    },
    async end() {
      running?.child.kill('SIGKILL')
      await running?.ended
    },
  }
}
