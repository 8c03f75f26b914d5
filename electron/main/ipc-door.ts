// DOOR 1: one channel in, one channel out. It decides who may knock and carries text; it holds no rule of its own.
import { ipcMain, type WebContents } from 'electron'
import { isOurAddress } from './app-address.ts'
import type { BackendProcess } from './backend-process.ts'
import { callChannel, eventChannel } from './channels.ts'

export interface IpcDoor {
  /** Lets this window in; nothing else is answered. */
  admit(contents: WebContents): void
  /** Tells every open window; `event` is JSON text. */
  announce(event: string): void
}

/** Far above the largest form; a file goes by /files. */
const longestRequest = 4 * 1024 * 1024

export function openIpcDoor(backend: Pick<BackendProcess, 'call'>): IpcDoor {
  const windows = new Map<number, WebContents>()
  ipcMain.handle(callChannel, (event, request: unknown) => {
    const frame = event.senderFrame
    if (!windows.has(event.sender.id)) throw new Error('refused')
    if (frame === null || frame.parent !== null || !isOurAddress(frame.url)) throw new Error('refused')
    if (typeof request !== 'string' || request.length > longestRequest) throw new Error('refused')
    return backend.call(request)
  })
  return {
    admit(contents) {
      const { id } = contents
      windows.set(id, contents)
      contents.once('destroyed', () => windows.delete(id))
    },
    announce(event) {
      for (const contents of windows.values()) contents.send(eventChannel, event)
    },
  }
}
