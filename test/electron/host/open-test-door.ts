// A door with a stand-in behind it, so that a test sees exactly what the door lets through.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Backend } from '../../../electron/backend/create-backend.ts'
import { type HttpDoor, openHttpDoor } from '../../../electron/host/http-door.ts'
import { openStaticFiles } from '../../../electron/host/static-files.ts'
import type { BackendEvent } from '../../../shared/contract/events.ts'

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface TestDoor {
  readonly door: HttpDoor
  /** What reached the backend, in order. */
  readonly seen: string[]
  announce(event: BackendEvent): void
  /** What the backend answers from now on. */
  answerWith(answer: (text: string) => Promise<string>): void
  /** Sends one raw request; `Host` is ours unless the test says otherwise. */
  send(options: RequestOptions, body?: string | Buffer): Promise<Answer>
  /** The `Cookie` header of a window that was let in. */
  signIn(): Promise<string>
  close(): Promise<void>
}

export async function openTestDoor(): Promise<TestDoor> {
  const folder = await mkdtemp(path.join(tmpdir(), 'buurtboek-door-'))
  const built = path.join(folder, 'renderer')
  await mkdir(path.join(built, 'assets'), { recursive: true })
  await writeFile(path.join(built, 'index.html'), '<!doctype html><title>the page</title>')
  await writeFile(path.join(built, 'assets', 'index-a1b2.js'), 'let here')
  await writeFile(path.join(folder, 'secret.html'), 'outside of the window')
  const seen: string[] = []
  const listeners = new Set<(event: BackendEvent) => void>()
  let answer = async (_text: string) => '{"ok":true,"value":1}'
  const backend: Backend = {
    async call(text) {
      seen.push(`call ${text}`)
      return answer(text)
    },
    async receiveFile(name, body) {
      let size = 0
      for await (const chunk of body) {
        size += chunk.byteLength
        if (size > 1_000_000) return '{"ok":false,"error":{"code":"fileTooBig","details":{}}}'
      }
      seen.push(`file ${name} ${size}`)
      return JSON.stringify({ ok: true, value: { file: 'f1', name, size } })
    },
    async produceFile(handle) {
      const bytes = new TextEncoder().encode('naam;straat')
      return handle === 'f1' ? { name: 'Ledenlijst "é".csv', type: 'text/csv', bytes } : undefined
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {},
  }
  const door = await openHttpDoor({ backend: Promise.resolve(backend), files: openStaticFiles(built) })
  const [, port] = door.host.split(':')

  const send = (options: RequestOptions, body?: string | Buffer) =>
    new Promise<Answer>((resolve, reject) => {
      const request = httpRequest({ host: '127.0.0.1', port, agent: false, ...options }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
        response.on('error', reject)
      })
      request.on('error', reject)
      request.end(body)
    })

  return {
    door,
    seen,
    answerWith: (next) => {
      answer = next
    },
    announce: (event) => {
      for (const listener of listeners) listener(event)
    },
    send,
    async signIn() {
      const address = new URL(door.issueAddress())
      const { headers } = await send({ path: address.pathname + address.search })
      return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    },
    async close() {
      await door.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
