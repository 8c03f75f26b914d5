// Serves the window on app://buurtboek, and carries files between the window and the backend on /files.
import { protocol, type Session } from 'electron'
import { contentSecurityPolicy } from '../../shared/domain/content-security-policy.ts'
import { appScheme, isOurAddress } from './app-address.ts'
import type { BackendProcess } from './backend-process.ts'
import type { RendererFiles } from './renderer-files.ts'

/** Once, and before Electron is ready: afterwards it has no effect. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

export function serveApp(session: Session, files: Promise<RendererFiles>, backend: BackendProcess): void {
  session.protocol.handle(appScheme, async (request) => {
    if (!isOurAddress(request.url)) return refuse(404)
    const url = new URL(request.url)
    if (url.pathname === '/files' && request.method === 'POST') return receive(request, url, backend)
    if (request.method !== 'GET') return refuse(405)
    if (url.pathname.startsWith('/files/')) return produce(url, backend)
    const file = (await files).find(url.pathname)
    return file ? answer(await file.read(), { 'Content-Type': file.type }) : refuse(404)
  })
}

const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  // Nothing of a book may stay behind in a cache on the disk.
  'Cache-Control': 'no-store',
}

const answer = (body: Uint8Array<ArrayBuffer> | string, extra: Record<string, string>) =>
  new Response(body, { headers: { ...headers, ...extra } })

const refuse = (status: number) => new Response(null, { status, headers })

async function receive(request: Request, url: URL, backend: BackendProcess): Promise<Response> {
  const reply = await backend.receiveFile(url.searchParams.get('name') ?? '', request.body ?? nothing())
  return answer(reply, { 'Content-Type': 'application/json; charset=utf-8' })
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // an empty file: the backend says in words what is wrong with it
}

async function produce(url: URL, backend: BackendProcess): Promise<Response> {
  const file = await backend.produceFile(url.pathname.slice('/files/'.length))
  if (!file) return refuse(404)
  return answer(new Uint8Array(file.bytes), {
    'Content-Type': file.type,
    'Content-Disposition': attachment(file.name),
  })
}

function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename*=UTF-8''${encoded}`
}
