// What runs in the folder process: takes one request after the other from whoever started it. Under Electron that is a utility process,
// under Node a forked child; both send messages, each in its own way.
import type { FolderAnswer, FolderRequest } from '../../capabilities.ts'
import { doFolderTask } from './folder-tasks.ts'

interface Asked {
  readonly id: number
  readonly request: FolderRequest
}

interface Port {
  readonly on: (event: 'message', listener: (event: { readonly data: Asked }) => void) => void
  readonly postMessage: (message: { readonly id: number; readonly answer: FolderAnswer }) => void
}

const { parentPort } = process as unknown as { readonly parentPort?: Port } // there in a utility process of Electron only

if (parentPort) parentPort.on('message', ({ data }) => void answer(data, (message) => parentPort.postMessage(message)))
else {
  process.on('message', (asked: Asked) => void answer(asked, (message) => process.send?.(message)))
  // Nobody is left to answer.
  process.on('disconnect', () => process.exit(0))
}

async function answer({ id, request }: Asked, send: (message: { id: number; answer: FolderAnswer }) => void) {
  send({ id, answer: await doFolderTask(request) })
}
