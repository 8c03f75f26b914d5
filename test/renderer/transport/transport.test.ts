import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTransport } from '../../../renderer/transport/create-transport.ts'
import { openTestDoor, type TestDoor } from '../../electron/host/open-test-door.ts'

const disconnected = { ok: false, error: { code: 'disconnected', details: {} } }

describe('browser mode', () => {
  let host: TestDoor
  beforeEach(async () => {
    host = await openTestDoor()
    const origin = `http://${host.door.host}`
    const asPage = { Cookie: await host.signIn(), Origin: origin }
    const realFetch = globalThis.fetch
    // A page's relative addresses, cookie and origin, which Node has none of.
    vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
      realFetch(new URL(address, origin), { ...init, headers: { ...init.headers, ...asPage } }),
    )
    vi.stubGlobal('window', {})
  })
  afterEach(async () => {
    vi.unstubAllGlobals()
    await host.close()
  })

  test('a call travels as text and its reply comes back', async () => {
    expect(await createTransport().call('members.get', { id: '1' })).toEqual({ ok: true, value: 1 })
    expect(host.seen).toEqual(['call {"method":"members.get","input":{"id":"1"}}'])
  })

  test('several questions travel together, and each gets its own reply', async () => {
    host.answerWith(async (text) => {
      const { method } = JSON.parse(text)
      // The first is the last to be known, and its answer has more than one byte to a letter.
      if (method === 'slow.one') await new Promise((resolve) => setTimeout(resolve, 20))
      return JSON.stringify({ ok: true, value: `€ ${method}` })
    })
    const known: string[] = []
    const questions = ['slow.one', 'b.c', 'd.e'].map((method) => ({ method, input: {} }))
    const replies = createTransport().callAll(questions)
    for (const [index, reply] of replies.entries()) void reply.then(() => known.push(questions[index]?.method ?? ''))
    expect(await Promise.all(replies)).toEqual(questions.map(({ method }) => ({ ok: true, value: `€ ${method}` })))
    expect(known.at(-1)).toBe('slow.one')
  })

  test('a file is handed over under its own name', async () => {
    const file = new File([new Uint8Array(1000)], 'Leden & co.csv')
    expect(await createTransport().upload(file)).toMatchObject({
      ok: true,
      value: { name: 'Leden & co.csv', size: 1000 },
    })
  })

  test('a host that has stopped, or no longer knows this window, is told in words and not thrown', async () => {
    const transport = createTransport()
    vi.stubGlobal('fetch', async () => new Response('no', { status: 403 }))
    expect(await transport.call('members.get', {})).toEqual(disconnected)
    expect(await Promise.all(transport.callAll([{ method: 'a.b', input: {} }]))).toEqual([disconnected])
    vi.stubGlobal('fetch', async () => new Response('[0,{"ok":true,"value":1}]\n[1,{"ok":'))
    const cutOff = transport.callAll(['a.b', 'c.d'].map((method) => ({ method, input: {} })))
    expect(await Promise.all(cutOff)).toEqual([{ ok: true, value: 1 }, disconnected])
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('fetch failed')))
    expect(await transport.call('members.get', {})).toEqual(disconnected)
    expect(await Promise.all(transport.callAll([{ method: 'a.b', input: {} }]))).toEqual([disconnected])
    expect(await transport.upload(new File([], 'x'))).toEqual(disconnected)
  })

  // A browser holds six lines open to one host, for all its tabs together: one for each listener would leave none for the questions.
  test('all who listen hear every event over one line, which goes with the last of them', () => {
    const lines: FakeEvents[] = []
    vi.stubGlobal(
      'EventSource',
      class extends FakeEvents {
        constructor() {
          super()
          lines.push(this)
        }
      },
    )
    const transport = createTransport()
    const heard: string[] = []
    const stopFirst = transport.onEvent(({ topic }) => heard.push(`first ${topic}`))
    const stopSecond = transport.onEvent(({ topic }) => heard.push(`second ${topic}`))
    expect(lines).toHaveLength(1)
    lines[0]?.say({ topic: 'book' })
    expect(heard).toEqual(['first book', 'second book'])

    heard.length = 0
    lines[0]?.breakAndMend()
    expect(heard).toEqual(['first changed', 'second changed'])

    heard.length = 0
    stopFirst()
    lines[0]?.say({ topic: 'updates' })
    expect(heard).toEqual(['second updates'])
    expect(lines[0]?.isClosed).toBe(false)
    stopSecond()
    expect(lines[0]?.isClosed).toBe(true)

    transport.onEvent(({ topic }) => heard.push(`third ${topic}`))
    expect(lines).toHaveLength(2)
    lines[1]?.say({ topic: 'book' })
    expect(heard.at(-1)).toBe('third book')
  })

  test('the address of a made file cannot lead elsewhere', () => {
    expect(createTransport().downloadUrl('../call')).toBe('/files/..%2Fcall')
  })
})

/** The browser's line of events, of which Node has none. */
class FakeEvents {
  onopen: () => void = () => undefined
  onerror: () => void = () => undefined
  onmessage: (message: { data: string }) => void = () => undefined
  isClosed = false

  close() {
    this.isClosed = true
  }
  say(event: object) {
    this.onmessage({ data: JSON.stringify(event) })
  }
  breakAndMend() {
    this.onerror()
    this.onopen()
  }
}

describe('the desktop app', () => {
  test('calls and events pass the bridge as text', async () => {
    const asked: string[] = []
    let tell: (text: string) => void = () => undefined
    const bridge = {
      call: async (text: string) => {
        asked.push(text)
        return '{"ok":true,"value":[1]}'
      },
      onEvent: (listener: (text: string) => void) => {
        tell = listener
        return () => {
          tell = () => undefined
        }
      },
    }
    const transport = createTransport(bridge)
    expect(await transport.call('books.status', {})).toEqual({ ok: true, value: [1] })
    expect(asked).toEqual(['{"method":"books.status","input":{}}'])

    const heard: unknown[] = []
    const stop = transport.onEvent((event) => heard.push(event))
    tell('{"topic":"book"}')
    stop()
    tell('{"topic":"book"}')
    expect(heard).toEqual([{ topic: 'book' }])
  })

  test('a bridge that breaks is told in words and not thrown', async () => {
    const bridge = { call: () => Promise.reject(new Error('gone')), onEvent: () => () => undefined }
    expect(await createTransport(bridge).call('books.status', {})).toEqual(disconnected)
  })
})
