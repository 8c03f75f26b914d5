// A server with one release on it, for the updater to look at: the feed of electron-builder and our own signed list.
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestOptions, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  CancellationToken,
  configureRequestOptions,
  configureRequestUrl,
  type DownloadOptions,
  HttpExecutor,
} from 'builder-util-runtime'
import type { UpdateManifest } from '../../../electron/main/update-manifest.ts'

export interface SigningKeys {
  readonly privateKey: KeyObject
  /** SPKI as DER in base64, as it is pinned in the app. */
  readonly publicKey: string
}

export function makeKeys(): SigningKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') }
}

export const sha512 = (bytes: Uint8Array) => createHash('sha512').update(bytes).digest('base64')

export interface Release {
  version: string
  fileName: string
  contents: Buffer
  /** What the feed claims; the truth unless a test lies. */
  feed: { version: string; url: string; sha512: string }
  manifest: UpdateManifest
}

/** A release that is honest in every way. */
export function aRelease(version: string, serial: number, extension = 'AppImage'): Release {
  const fileName = `Buurtboek-${version}.${extension}`
  const contents = Buffer.from(`installer of ${version}`)
  const listed = { name: fileName, sha512: sha512(contents), size: contents.byteLength }
  return {
    version,
    fileName,
    contents,
    feed: { version, url: fileName, sha512: listed.sha512 },
    manifest: { app: 'nl.buurtboek.app', version, serial, files: [listed] },
  }
}

export function signManifest(manifest: object, keys: SigningKeys) {
  const bytes = Buffer.from(JSON.stringify(manifest))
  return { bytes, signature: sign(null, bytes, keys.privateKey).toString('base64') }
}

export interface ReleaseServer {
  readonly url: string
  readonly close: () => Promise<void>
  /** undefined: there is nothing on the server. */
  release: Release | undefined
  readonly requests: { readonly path: string; readonly headers: NodeJS.Dict<string | string[]> }[]
}

export async function serveReleases(): Promise<ReleaseServer> {
  const served: { -readonly [K in keyof ReleaseServer]: ReleaseServer[K] } = {
    url: '',
    close: async () => undefined,
    release: undefined,
    requests: [],
  }
  const server: Server = createServer((asked, response) => {
    const { pathname } = new URL(asked.url ?? '/', 'http://127.0.0.1')
    served.requests.push({ path: pathname, headers: asked.headers })
    const { release } = served
    if (release && /^\/latest[a-z-]*\.yml$/.test(pathname)) return response.end(feedText(release))
    if (release && pathname === `/${release.fileName}`) return response.end(release.contents)
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // listen() on a TCP port always leaves an AddressInfo.
  served.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  served.close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return served
}

const feedText = ({ feed }: Release) =>
  `version: ${feed.version}\nfiles:\n  - url: ${feed.url}\n    sha512: ${feed.sha512}\n    size: 1\npath: ${feed.url}\nsha512: ${feed.sha512}\nreleaseDate: '2026-11-01T00:00:00.000Z'\n`

/** What electron-updater fetches with in plain Node, where Electron's own network stack is not. */
export class NodeHttpExecutor extends HttpExecutor<ReturnType<typeof request>> {
  override createRequest(options: RequestOptions, callback: (response: IncomingMessage) => void) {
    return request(options, callback)
  }

  async download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    const token = options.cancellationToken ?? new CancellationToken()
    return token.createPromise<string>((resolve, reject, onCancel) => {
      const requestOptions = { headers: options.headers ?? undefined }
      configureRequestUrl(url, requestOptions)
      configureRequestOptions(requestOptions)
      const callback = (error: Error | null) => (error ? reject(error) : resolve(destination))
      this.doDownload(requestOptions, { destination, options, onCancel, callback, responseHandler: null }, 0)
    })
  }
}
