import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { findBrowser } from '../../../scripts/find-chromium.mjs'
import { buildWithCheapWords } from './cheap-words.ts'

export interface StartedHost {
  /** Lets one window in, once. */
  readonly url: string
  /** What the host said on standard error so far. */
  errors(): string
  /** Stops it as Ctrl+C does and waits for its end; answers the exit code. */
  stop(): Promise<number | null>
}

/** `BUILT_APP` names another build than out/, for looking at one while the next is being made. */
const built = path.resolve(import.meta.dirname, '../../..', process.env.BUILT_APP ?? 'out')
const startMs = 20_000
let builtCheaply: string | undefined

export interface HostOptions {
  readonly demo?: boolean
  /** Four spoken words cost next to nothing to try: for journeys that are not about how long that takes. */
  readonly cheapWords?: boolean
  /** Where it listens, instead of at a port that the system picks. */
  readonly port?: string
}

/** Starts the built browser mode on a data folder. */
export async function startHost(dataFolder: string, options: HostOptions = {}): Promise<StartedHost> {
  if (!existsSync(path.join(built, 'main/host.js'))) throw new Error('the app is not built: npm run build')
  if (options.cheapWords) builtCheaply ??= buildWithCheapWords(built)
  const host = path.join((options.cheapWords && builtCheaply) || built, 'main/host.js')
  const printer = findBrowser()
  const printing = printer ? ['--printer', printer] : []
  const atPort = options.port ? ['--import', listenAt(options.port)] : []
  const args = [
    ...atPort,
    host,
    '--data',
    dataFolder,
    '--print',
    'json',
    ...printing,
    ...(options.demo ? ['--demo'] : []),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let errors = ''
  child.stderr.on('data', (chunk) => {
    errors += chunk
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const url = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the host printed no address in time: ${errors}`)), startMs)
    let text = ''
    child.stdout.on('data', (chunk) => {
      text += chunk
      const line = text.split('\n').find((part) => part.startsWith('{"url"'))
      if (line === undefined) return
      clearTimeout(late)
      resolve(JSON.parse(line).url)
    })
    void ended.then((code) => reject(new Error(`the host ended with ${code}: ${errors}`)))
  })
  return {
    url,
    errors: () => errors,
    async stop() {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** A module to load first: the host asks the system for a port, as it does for everybody, and gets this one. */
function listenAt(port: string): string {
  const script = `import { Server } from 'node:net'
const { listen } = Server.prototype
Server.prototype.listen = function (_any, ...rest) { return listen.call(this, ${Number(port)}, ...rest) }`
  return `data:text/javascript,${encodeURIComponent(script)}`
}
