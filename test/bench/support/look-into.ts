// Looks into a window of a browser that was started with a port for that, by the least that will do: one question at a time.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface LookedInto {
  /** The value of an expression in the page, as it stands now. */
  ask(expression: string): Promise<unknown>
  /** Asks until the value is true. */
  until(expression: string): Promise<void>
  close(): void
}

const lateMs = 60_000

/** @param profile the folder of the browser's profile, in which it writes the port it listens on */
export async function lookInto(profile: string): Promise<LookedInto> {
  const port = await soon(() => readPort(profile))
  const address = await soon(() => addressOfPage(port))
  const socket = new WebSocket(address)
  await new Promise((opened, failed) => {
    socket.onopen = opened
    socket.onerror = failed
  })
  const waiting = new Map<number, (value: unknown) => void>()
  let count = 0
  socket.onmessage = ({ data }) => {
    const { id, result } = JSON.parse(String(data))
    waiting.get(id)?.(result?.result?.value)
    waiting.delete(id)
  }
  const ask = (expression: string) =>
    new Promise<unknown>((resolve) => {
      count += 1
      waiting.set(count, resolve)
      const params = { expression, returnByValue: true }
      socket.send(JSON.stringify({ id: count, method: 'Runtime.evaluate', params }))
    })
  return {
    ask,
    until: async (expression) => {
      await soon(async () => ((await ask(expression)) === true ? true : undefined))
    },
    close: () => socket.close(),
  }
}

function readPort(profile: string): string | undefined {
  const file = join(profile, 'DevToolsActivePort')
  return (existsSync(file) && readFileSync(file, 'utf8').split('\n')[0]) || undefined
}

async function addressOfPage(port: string): Promise<string | undefined> {
  const reply = await fetch(`http://127.0.0.1:${port}/json/list`).catch(() => undefined)
  const targets: { type: string; webSocketDebuggerUrl: string }[] = (await reply?.json()) ?? []
  return targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl
}

async function soon<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const late = performance.now() + lateMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > late) throw new Error('the window did not come up in time')
    await sleep(10)
  }
}
