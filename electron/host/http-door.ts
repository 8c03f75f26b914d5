// DOOR 2: loopback HTTP for browser mode. It decides who may knock and carries text and files; it holds no rule of its own.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { contentSecurityPolicy } from '../../shared/domain/content-security-policy.ts'
import type { Backend } from '../backend/create-backend.ts'
import { type Access, createAccess, hasOurHost, hasOurOrigin, isOurSite, isPageVisit } from './access.ts'
import type { StaticFiles } from './static-files.ts'

// An `import` of node:http asks for every name it exports, and one of those reads the whole of undici: the door would open 50 ms later.
const { createServer } = process.getBuiltinModule('node:http')

export interface HttpDoor {
  /** e.g. `127.0.0.1:41237` */
  readonly host: string
  /** A new address that lets one window in, once. */
  issueAddress(): string
  /** How many windows listen for events now. */
  windowCount(): number
  /** Called with the new count whenever a window comes or goes. */
  onWindows(listener: (count: number) => void): void
  close(): Promise<void>
}

export interface HttpDoorOptions {
  /** May still be on its way: the door opens first, so that the browser starts while the book is opened. */
  readonly backend: Promise<Backend>
  readonly files: Promise<StaticFiles>
}

const maxCallBytes = 4 * 1024 * 1024
const maxCallsAtOnce = 20
/** A wall against filling the disk; the backend has its own, lower limits and says them in words. */
const maxUploadBytes = 1024 * 1024 * 1024
const heartbeatMs = 15_000

/** Listens on 127.0.0.1 and a port the system picks. */
export async function openHttpDoor(options: HttpDoorOptions): Promise<HttpDoor> {
  const windows = new Set<ServerResponse>()
  const listeners: ((count: number) => void)[] = []
  const server = createServer({
    maxHeaderSize: 16 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 120_000,
    // Nobody far away holds a line open here, and closing an idle one may cut off the call the window is just making.
    keepAliveTimeout: 0,
  })
  await listen(server)
  // listen() on a TCP port always leaves an AddressInfo, never a pipe's name.
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  const access = createAccess(port)
  const door: Door = {
    ...options,
    host,
    access,
    addWindow(response) {
      windows.add(response)
      response.once('close', () => {
        windows.delete(response)
        for (const listener of listeners) listener(windows.size)
      })
      for (const listener of listeners) listener(windows.size)
    },
  }
  server.on('request', (request, response) => {
    answer(door, request, response).catch((error: unknown) => {
      // The kind only: a message may quote what was sent.
      console.error('request failed:', error instanceof Error ? error.name : typeof error)
      if (response.headersSent) response.destroy()
      else refuse(response, 500)
    })
  })
  return {
    host,
    issueAddress: () => `http://${host}/open?token=${access.issueToken()}`,
    windowCount: () => windows.size,
    onWindows: (listener) => listeners.push(listener),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Door extends HttpDoorOptions {
  readonly host: string
  readonly access: Access
  addWindow(response: ServerResponse): void
}

async function answer(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('Content-Security-Policy', contentSecurityPolicy)
  response.setHeader('X-Content-Type-Options', 'nosniff')
  response.setHeader('Referrer-Policy', 'no-referrer')
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
  response.setHeader('Cache-Control', 'no-store')
  if (!hasOurHost(request.headers, door.host)) return refuse(response, 421)
  const url = addressOf(request, door.host)
  if (!url) return refuse(response, 400)
  if (url.pathname === '/open') return letIn(door, request, response, url)
  if (!door.access.isKnown(request.headers)) return refuse(response, 403)
  if (request.method === 'POST') return answerPost(door, request, response, url)
  if (request.method !== 'GET') return refuse(response, 405)
  if (!isOurSite(request.headers)) {
    // The first visit comes from a file page or another program; nothing but a page may be opened that way.
    return isPageVisit(request.headers) ? sendPage(door, response) : refuse(response, 403)
  }
  if (url.pathname === '/events') return sendEvents(door, response)
  if (url.pathname.startsWith('/files/')) return sendFile(door, response, url)
  return sendStatic(door, response, url.pathname)
}

async function letIn(door: Door, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  if (request.method !== 'GET') return refuse(response, 405)
  const cookie = door.access.trade(url.searchParams.get('token') ?? '')
  if (cookie === undefined) return refuse(response, 403)
  response.setHeader('Set-Cookie', cookie)
  // The page itself, which gives its address up: sending the browser on to it would be one more question before all others.
  return sendPage(door, response)
}

async function answerPost(door: Door, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  if (!hasOurOrigin(request.headers, door.host)) return refuse(response, 403)
  if (url.pathname === '/call' || url.pathname === '/calls') {
    if (mediaType(request) !== 'application/json') return refuse(response, 415)
    const text = await readText(request, maxCallBytes)
    if (text === undefined) return refuse(response, 413)
    if (url.pathname === '/calls') return answerAll(door, response, text)
    const backend = await door.backend
    return sendJson(response, await backend.call(text))
  }
  if (url.pathname === '/files') {
    // Not one of the types a form can send, so another page would have to ask first, and is never answered.
    if (mediaType(request) !== 'application/octet-stream') return refuse(response, 415)
    if (Number(request.headers['content-length'] ?? 0) > maxUploadBytes) return refuse(response, 413)
    const backend = await door.backend
    const reply = await backend.receiveFile(
      url.searchParams.get('name') ?? '',
      request.iterator({ destroyOnReturn: false }),
    )
    // Too large a file is refused half-way: read on to nowhere, or the browser sees a broken line instead of the reply.
    request.resume()
    return sendJson(response, reply)
  }
  return refuse(response, 404)
}

/** A list of calls, each answered on a line of its own as `[place in the list, reply]` as soon as it is known. */
async function answerAll(door: Door, response: ServerResponse, text: string): Promise<void> {
  const calls = readList(text)
  if (!calls) return refuse(response, 400)
  response.writeHead(200, { 'Content-Type': 'application/x-ndjson; charset=utf-8' })
  const backend = await door.backend
  const answerOne = async (call: unknown, index: number) =>
    response.write(`[${index},${await backend.call(JSON.stringify(call))}]\n`)
  await Promise.all(calls.map(answerOne))
  response.end()
}

function readList(text: string): unknown[] | undefined {
  try {
    const list: unknown = JSON.parse(text)
    return Array.isArray(list) && list.length <= maxCallsAtOnce ? list : undefined
  } catch {
    return undefined
  }
}

async function sendFile(door: Door, response: ServerResponse, url: URL): Promise<void> {
  const backend = await door.backend
  const file = await backend.produceFile(url.pathname.slice('/files/'.length))
  if (!file) return refuse(response, 404)
  response.setHeader('Content-Type', file.type)
  response.setHeader('Content-Disposition', attachment(file.name))
  Readable.from([file.bytes]).pipe(response)
}

async function sendEvents(door: Door, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.write(': welcome\n\n')
  door.addWindow(response)
  const backend = await door.backend
  const unsubscribe = backend.subscribe((event) => response.write(`data: ${JSON.stringify(event)}\n\n`))
  const heartbeat = setInterval(() => response.write(': alive\n\n'), heartbeatMs)
  const stop = () => {
    clearInterval(heartbeat)
    unsubscribe()
  }
  if (response.closed) stop()
  else response.once('close', stop)
}

const sendPage = (door: Door, response: ServerResponse) => sendStatic(door, response, '/')

async function sendStatic(door: Door, response: ServerResponse, pathname: string): Promise<void> {
  const files = await door.files
  const file = files.find(pathname)
  if (!file) return refuse(response, 404)
  const bytes = file.read()
  response.writeHead(200, {
    'Content-Type': file.type,
    'Content-Length': bytes.byteLength,
    'Cache-Control': file.cacheControl,
  })
  response.end(bytes)
}

/** Plain sentences, in both languages: at this point nobody has said which one they read. */
const refusals: Readonly<Record<number, string>> = {
  400: 'Dit adres klopt niet. / This address is not right.',
  403: 'Dit adres werkt maar één keer. Start Buurtboek opnieuw. / This address works only once. Start Buurtboek again.',
  404: 'Hier is niets. / There is nothing here.',
  405: 'Dat kan hier niet. / That cannot be done here.',
  413: 'Dit is te groot. / This is too large.',
  415: 'Dit soort bericht kent Buurtboek niet. / Buurtboek does not know this kind of message.',
  421: 'Dit adres is niet van Buurtboek. / This address is not ours.',
  500: 'Er ging iets mis. / Something went wrong.',
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
  response.end(`${refusals[status] ?? ''}\n`)
}

function sendJson(response: ServerResponse, text: string): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' }).end(text)
}

function addressOf(request: IncomingMessage, host: string): URL | undefined {
  // Only "/path": an absolute address or "//other" would be read as another host.
  if (!request.url?.startsWith('/') || request.url.startsWith('//')) return undefined
  return URL.parse(request.url, `http://${host}`) ?? undefined
}

const mediaType = (request: IncomingMessage) =>
  (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase()

async function readText(request: IncomingMessage, limit: number): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  // An IncomingMessage without an encoding set yields Buffers.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.byteLength
    if (size > limit) {
      request.resume()
      return undefined
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function attachment(name: string): string {
  const plain = name.normalize('NFD').replace(/[^ -~]|["\\]/g, '')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

function listen(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
}
