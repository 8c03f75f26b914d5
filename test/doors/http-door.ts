import { startHost } from '../e2e/support/start-host.ts'
import type { OpenDoor } from './door-cases.ts'

/** The built browser mode in a process of its own, spoken to as its window does. */
export async function openHttpDoorOf(dataFolder: string): Promise<OpenDoor> {
  const host = await startHost(dataFolder)
  const { origin } = new URL(host.url)
  const signedIn = await fetch(host.url, { redirect: 'manual' })
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const headers = { Cookie: cookie, Origin: origin }
  const leaving = new AbortController()
  const events: string[] = []
  const stream = await fetch(`${origin}/events`, { headers, signal: leaving.signal })
  const listening = collect(stream, events)
  return {
    async call(text) {
      const response = await fetch(`${origin}/call`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: text,
      })
      return response.text()
    },
    async upload(name, bytes) {
      const response = await fetch(`${origin}/files?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/octet-stream' },
        body: new Uint8Array(bytes),
      })
      return response.text()
    },
    async download(handle) {
      return savedFile(await fetch(`${origin}/files/${handle}`, { headers }))
    },
    events,
    async close() {
      leaving.abort()
      await listening
      await host.stop()
    },
  }
}

/** What a browser would save of a download. */
export async function savedFile(response: Response) {
  if (response.status === 404) return undefined
  const name = /filename\*=UTF-8''(?<name>.*)$/.exec(response.headers.get('content-disposition') ?? '')?.groups?.name
  return { name: decodeURIComponent(name ?? ''), bytes: new Uint8Array(await response.arrayBuffer()) }
}

async function collect(stream: Response, events: string[]): Promise<void> {
  let text = ''
  try {
    for await (const chunk of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk
      const messages = text.split('\n\n')
      text = messages.pop() ?? ''
      events.push(...messages.filter((line) => line.startsWith('data: ')).map((line) => line.slice('data: '.length)))
    }
  } catch {
    // The window was closed.
  }
}
