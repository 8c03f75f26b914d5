import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { contentSecurityPolicy } from '../../../shared/domain/content-security-policy.ts'
import { openTestDoor, type TestDoor } from './open-test-door.ts'

let host: TestDoor
beforeEach(async () => {
  host = await openTestDoor()
})
afterEach(() => host.close())

const callHeaders = (cookie: string) => ({
  Cookie: cookie,
  Origin: `http://${host.door.host}`,
  'Content-Type': 'application/json',
})

describe('coming in', () => {
  test('the address lets one window in, once', async () => {
    const address = new URL(host.door.issueAddress())
    const first = await host.send({ path: address.pathname + address.search })
    const second = await host.send({ path: address.pathname + address.search })
    expect(first.status).toBe(200)
    expect(first.body).toContain('the page')
    expect(first.headers['set-cookie']?.[0]).toMatch(/^buurtboek-\d+=[\w-]{43}; HttpOnly; SameSite=Lax; Path=\/$/)
    expect(second.status).toBe(403)
    expect(second.headers['set-cookie']).toBeUndefined()
    expect(second.body).toContain('werkt maar één keer')
  })

  test('a token has 256 bits and is never given twice', () => {
    const tokens = Array.from({ length: 100 }, () => new URL(host.door.issueAddress()).searchParams.get('token') ?? '')
    expect(new Set(tokens).size).toBe(100)
    for (const token of tokens) expect(Buffer.from(token, 'base64url').byteLength).toBe(32)
  })

  test.each(['', 'x', '%00', '__proto__', 'a'.repeat(43)])('a made-up token %j opens nothing', async (token) => {
    host.door.issueAddress()
    expect((await host.send({ path: `/open?token=${token}` })).status).toBe(403)
  })

  test.each(['/', '/assets/index-a1b2.js', '/files/f1', '/events', '/mensen'])(
    'without the cookie %s stays shut',
    async (path) => {
      await host.signIn()
      expect((await host.send({ path })).status).toBe(403)
      expect((await host.send({ path, headers: { Cookie: 'buurtboek-1=guess' } })).status).toBe(403)
    },
  )

  test('a call without the cookie never reaches the backend', async () => {
    const { Cookie: _, ...headers } = callHeaders('')
    expect((await host.send({ method: 'POST', path: '/call', headers }, '{}')).status).toBe(403)
    expect(host.seen).toEqual([])
  })
})

describe('whose request it is', () => {
  test.each(['localhost', 'evil.example', '127.0.0.1', '[::1]', '127.0.0.1:1'])(
    'a Host of %j is refused, with the right cookie too',
    async (name) => {
      const cookie = await host.signIn()
      const { status } = await host.send({ path: '/', headers: { Cookie: cookie, Host: name } })
      expect([400, 421]).toContain(status)
    },
  )

  test.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['another port of this computer', { Origin: 'http://127.0.0.1:1' }],
    ['a file page', { Origin: 'null' }],
    ['nobody', { Origin: undefined }],
    ['our origin in another case of use', { 'Sec-Fetch-Site': 'same-site' }],
  ])('a call from %s is refused', async (_name, changed) => {
    const headers: Record<string, string> = { ...callHeaders(await host.signIn()) }
    for (const [key, value] of Object.entries(changed)) {
      if (value === undefined) delete headers[key]
      else headers[key] = value
    }
    expect((await host.send({ method: 'POST', path: '/call', headers }, '{}')).status).toBe(403)
    expect((await host.send({ method: 'POST', path: '/calls', headers }, '[{}]')).status).toBe(403)
    expect(host.seen).toEqual([])
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', ''])(
    'a call of type %j, which a form on another page could send, is refused',
    async (type) => {
      const headers = { ...callHeaders(await host.signIn()), 'Content-Type': type }
      expect((await host.send({ method: 'POST', path: '/call', headers }, '{}')).status).toBe(415)
      expect((await host.send({ method: 'POST', path: '/calls', headers }, '[{}]')).status).toBe(415)
      expect((await host.send({ method: 'POST', path: '/files?name=a', headers }, '{}')).status).toBe(415)
      expect(host.seen).toEqual([])
    },
  )

  test('a page on another port cannot embed what is ours, though its requests carry the cookie', async () => {
    const Cookie = await host.signIn()
    for (const path of ['/files/f1', '/events', '/assets/index-a1b2.js', '/']) {
      const headers = { Cookie, 'Sec-Fetch-Site': 'same-site', 'Sec-Fetch-Mode': 'no-cors', 'Sec-Fetch-Dest': 'script' }
      expect((await host.send({ path, headers })).status).toBe(403)
    }
  })

  test('a visit from elsewhere shows the start page and never a file', async () => {
    const Cookie = await host.signIn()
    const headers = {
      Cookie,
      'Sec-Fetch-Site': 'cross-site',
      'Sec-Fetch-Mode': 'navigate',
      'Sec-Fetch-Dest': 'document',
    }
    expect((await host.send({ path: '/', headers })).body).toContain('the page')
    expect((await host.send({ path: '/files/f1', headers })).body).toContain('the page')
  })

  test('no answer tells another origin that it may read it', async () => {
    const Cookie = await host.signIn()
    const preflight = await host.send({
      method: 'OPTIONS',
      path: '/call',
      headers: { Cookie, Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect(preflight.status).toBe(405)
    const page = await host.send({ path: '/', headers: { Cookie } })
    for (const { headers } of [preflight, page]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })
})

describe('several calls at once', () => {
  const sendAll = async (body: string) =>
    host.send({ method: 'POST', path: '/calls', headers: callHeaders(await host.signIn()) }, body)

  test('each is answered on a line with its place', async () => {
    const { status, body } = await sendAll('[{"method":"a.b","input":{}},{"method":"c.d","input":{"é":1}}]')
    expect(status).toBe(200)
    expect(body.trimEnd().split('\n').sort()).toEqual(['[0,{"ok":true,"value":1}]', '[1,{"ok":true,"value":1}]'])
    expect(host.seen).toEqual(['call {"method":"a.b","input":{}}', 'call {"method":"c.d","input":{"é":1}}'])
  })

  test.each(['', '{}', '1', '[', JSON.stringify(Array(21).fill({}))])(
    'what is no short list is refused: %s',
    async (body) => {
      expect((await sendAll(body)).status).toBe(400)
      expect(host.seen).toEqual([])
    },
  )
})

describe('what is served', () => {
  test('every answer carries the policy and the guards', async () => {
    const Cookie = await host.signIn()
    for (const path of ['/', '/assets/index-a1b2.js', '/files/f1', '/nothing.js']) {
      const { headers } = await host.send({ path, headers: { Cookie } })
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBe('no-referrer')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
  })

  test('a file with its hash in its name is kept by the browser, the page is not', async () => {
    const Cookie = await host.signIn()
    const script = await host.send({ path: '/assets/index-a1b2.js', headers: { Cookie } })
    expect(script.headers['cache-control']).toBe('private, max-age=31536000, immutable')
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8')
    expect((await host.send({ path: '/', headers: { Cookie } })).headers['cache-control']).toBe('no-store')
  })

  test('every screen has the same page', async () => {
    const Cookie = await host.signIn()
    for (const path of ['/mensen', '/mensen/0190a1b2-c3d4-7000-8000-000000000001', '/instellingen?tab=1']) {
      const { status, body } = await host.send({ path, headers: { Cookie } })
      expect([status, body]).toEqual([200, '<!doctype html><title>the page</title>'])
    }
  })

  test('there is no way out of the built window', async () => {
    const Cookie = await host.signIn()
    const up = ['..', '%2e%2e', '.%2e', '..%2f', '..%5c', '%252e%252e', '..%00', '....//', '..;']
    const targets = ['secret.html', 'package.json', 'etc/passwd', 'renderer/../secret.html']
    const paths = up.flatMap((step) =>
      targets.flatMap((file) => [`/${step}/${file}`, `/assets/${step}/${step}/${file}`]),
    )
    const tried = [
      ...paths,
      '//etc/passwd',
      '/C:/Windows/win.ini',
      '/assets',
      '/assets/',
      '/assets/nothing',
      '/index.html/x.js',
    ]
    for (const path of tried) {
      const { status, body } = await host.send({ path, headers: { Cookie } })
      // `/../etc/passwd` is `/etc/passwd` when it arrives: to us the address of a screen, so our own page.
      const isOurs = status === 200 && body === '<!doctype html><title>the page</title>'
      expect([path, isOurs || [400, 404].includes(status)]).toEqual([path, true])
    }
    // The control: the same way of asking finds what is there.
    expect((await host.send({ path: '/assets/../index.html', headers: { Cookie } })).status).toBe(200)
  })
})

describe('calls, files and events', () => {
  test('a call goes to the backend as it came and back as it was answered', async () => {
    const headers = callHeaders(await host.signIn())
    const {
      status,
      body,
      headers: answered,
    } = await host.send({ method: 'POST', path: '/call', headers }, '{"method":"a.b"}')
    expect([status, body]).toEqual([200, '{"ok":true,"value":1}'])
    expect(answered['content-type']).toBe('application/json; charset=utf-8')
    expect(host.seen).toEqual(['call {"method":"a.b"}'])
  })

  test('a call of more than four megabytes is refused', async () => {
    const headers = callHeaders(await host.signIn())
    const { status } = await host.send(
      { method: 'POST', path: '/call', headers },
      Buffer.alloc(4 * 1024 * 1024 + 1, 32),
    )
    expect(status).toBe(413)
    expect(host.seen).toEqual([])
  })

  test('a file goes in as bytes, with the name the user knows', async () => {
    const headers = { ...callHeaders(await host.signIn()), 'Content-Type': 'application/octet-stream' }
    const name = encodeURIComponent('Ledenlijst & co é.xlsx')
    const { body } = await host.send({ method: 'POST', path: `/files?name=${name}`, headers }, Buffer.alloc(300_000, 1))
    expect(JSON.parse(body)).toEqual({ ok: true, value: { file: 'f1', name: 'Ledenlijst & co é.xlsx', size: 300_000 } })
    expect(host.seen).toEqual(['file Ledenlijst & co é.xlsx 300000'])
  })

  test('the words of a refusal half-way still arrive', async () => {
    const headers = { ...callHeaders(await host.signIn()), 'Content-Type': 'application/octet-stream' }
    const { status, body } = await host.send(
      { method: 'POST', path: '/files?name=big', headers },
      Buffer.alloc(20_000_000, 1),
    )
    expect([status, JSON.parse(body).error.code]).toEqual([200, 'fileTooBig'])
  })

  test('a file from another origin is refused before it is read', async () => {
    const headers = { ...callHeaders(await host.signIn()), 'Content-Type': 'application/octet-stream', Origin: 'null' }
    expect((await host.send({ method: 'POST', path: '/files?name=a', headers }, 'x')).status).toBe(403)
    expect(host.seen).toEqual([])
  })

  test('a made file comes as a download under its own name', async () => {
    const Cookie = await host.signIn()
    const { status, headers, body } = await host.send({ path: '/files/f1', headers: { Cookie } })
    expect([status, body]).toEqual([200, 'naam;straat'])
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Ledenlijst e.csv"; filename*=UTF-8''Ledenlijst%20%22%C3%A9%22.csv`,
    )
    expect(headers['cache-control']).toBe('no-store')
    expect((await host.send({ path: '/files/other', headers: { Cookie } })).status).toBe(404)
  })

  test('events reach a listening window, and the door knows when it has gone', async () => {
    const Cookie = await host.signIn()
    const counts: number[] = []
    host.door.onWindows((count) => counts.push(count))
    const [name, port] = host.door.host.split(':')
    const socket = connect(Number(port), name)
    let received = ''
    socket.on('data', (chunk) => {
      received += chunk.toString('utf8')
    })
    socket.write(`GET /events HTTP/1.1\r\nHost: ${host.door.host}\r\nCookie: ${Cookie}\r\n\r\n`)
    await vi.waitFor(() => expect(received).toContain(': welcome'))
    host.announce({ topic: 'changed', tables: ['person'] })
    await vi.waitFor(() => expect(received).toContain('data: {"topic":"changed","tables":["person"]}\n\n'))
    expect(received).toContain('Content-Type: text/event-stream')
    socket.destroy()
    await vi.waitFor(() => expect(counts).toEqual([1, 0]))
  })

  test('only what exists can be posted to', async () => {
    const headers = callHeaders(await host.signIn())
    for (const path of ['/', '/open', '/files/f1', '/other']) {
      expect([404, 405]).toContain((await host.send({ method: 'POST', path, headers }, '{}')).status)
    }
    for (const method of ['PUT', 'DELETE', 'TRACE']) {
      expect((await host.send({ method, path: '/call', headers })).status).toBe(405)
    }
  })

  test('a request with enormous headers is refused', async () => {
    const Cookie = await host.signIn()
    const { status } = await host.send({ path: '/', headers: { Cookie, 'X-Long': 'x'.repeat(20_000) } })
    expect(status).toBe(431)
  })
})
