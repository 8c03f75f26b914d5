import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { OpenDoor } from './door-cases.ts'
import { savedFile } from './http-door.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The built desktop shell, with its backend in a process of its own, on the stand-in for Electron. */
export async function openDesktopDoor(dataFolder: string): Promise<OpenDoor> {
  if (!existsSync(path.join(root, 'out/main/index.js'))) throw new Error('the app is not built: npm run build')
  const child = fork(path.join(root, 'test/doors/desktop-driver.mjs'), [], {
    execArgv: ['--import', path.join(root, 'test/shell/register.mjs')],
    serialization: 'advanced',
    env: { ...process.env, FAKE_ELECTRON: JSON.stringify({ userData: dataFolder, backend: 'real' }) },
  })
  const events: string[] = []
  const waiting = new Map<number, PromiseWithResolvers<never>>()
  const ready = Promise.withResolvers<void>()
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  void ended.then(() => ready.reject(new Error('the desktop shell ended before it had a window')))
  child.on('message', (message: Message) => {
    if ('ready' in message) ready.resolve()
    else if ('event' in message) events.push(message.event)
    else if ('error' in message) waiting.get(message.id)?.reject(new Error(message.error))
    else waiting.get(message.id)?.resolve(message.value as never) // act() says what each act answers
  })
  await ready.promise

  let lastId = 0
  const act = <Value>(name: string, input: object = {}): Promise<Value> => {
    lastId += 1
    const answer = Promise.withResolvers<never>()
    waiting.set(lastId, answer)
    child.send({ id: lastId, act: name, ...input })
    return answer.promise
  }
  return {
    call: (text) => act('call', { text }),
    upload: (name, bytes) => act('upload', { name, bytes }),
    async download(handle) {
      const { status, disposition, bytes } = await act<Downloaded>('download', { handle })
      return savedFile(new Response(new Uint8Array(bytes), { status, headers: { 'Content-Disposition': disposition } }))
    },
    events,
    async close() {
      await act('quit')
      await ended
    },
  }
}

interface Downloaded {
  readonly status: number
  readonly disposition: string
  readonly bytes: Uint8Array
}

type Message =
  | { readonly ready: true }
  | { readonly event: string }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly value: unknown }
