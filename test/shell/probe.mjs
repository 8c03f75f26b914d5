// node --import ./test/shell/register.mjs test/shell/probe.mjs <out folder> <what>: runs the built shell against the
// stand-in and prints, as one JSON line, what it did and how it answered. It judges nothing: that is for the tests.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { Script } from 'node:vm'
import {
  app,
  contextBridge,
  exposed,
  fireReady,
  ipcRenderer,
  ipcRendererEvents,
  preventable,
  seen,
  wire,
} from './fake-electron.mjs'
import { hostileAddresses, traversals } from './hostile.mjs'

const out = path.resolve(process.argv[2] ?? 'out')
const what = process.argv[3] ?? 'shell'
const electronTypes = process.argv[4]

process.resourcesPath = process.env.FAKE_RESOURCES ?? path.join(out, 'no-resources')

await import(pathToFileURL(path.join(out, 'main/index.js')).href)
const before = {
  privileges: seen.privileges,
  sandboxed: seen.sandboxed,
  removedSwitches: seen.removedSwitches,
  sessionData: seen.paths.sessionData,
  quits: seen.quits,
}
fireReady()

const until = async (condition, name) => {
  for (let turn = 0; turn < 2000; turn += 1) {
    if (condition()) return
    await wait(10)
  }
  throw new Error(`waited in vain for: ${name}`)
}

const asks = { shell, journey, crash, stopped, updates, second: async () => ({ windows: seen.windows.length }) }
const facts = { before, ...(await asks[what]()) }
process.stdout.write(`FACTS ${JSON.stringify(facts)}\n`, () => process.exit(0))

async function shell() {
  await until(() => seen.windows[0]?.loaded, 'the first screen')
  const window = seen.windows[0]
  const contents = window.webContents
  const { session: ourSession, preload, ...rights } = window.options.webPreferences
  const { handlers } = ourSession
  const serve = handlers.app
  const permissions = permissionNames()
  await until(() => contents.zoom !== 1, 'the size of the text')

  const ask = async (url, init) => {
    const response = await serve(new Request(url, init))
    return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
  }
  const permission = (handler, name, url, isMainFrame) => {
    if (handler === 'check') return handlers.permissionCheck(contents, name, url, { isMainFrame, requestingUrl: url })
    let answer
    handlers.permissionRequest(
      contents,
      name,
      (given) => {
        answer = given
      },
      { isMainFrame, requestingUrl: url },
    )
    return answer
  }
  const prevented = (event, details) => {
    const happening = preventable(details)
    contents.emit(event, happening)
    return happening.defaultPrevented
  }
  const guard = (url) => ({
    navigate: prevented('will-navigate', { url, isMainFrame: true }),
    redirect: prevented('will-redirect', { url, isMainFrame: true }),
    frame: prevented('will-frame-navigate', { url, isMainFrame: true }),
  })
  const cancelled = (url, from = handlers) => {
    let answer
    from?.beforeRequest({ url }, (decision) => {
      answer = decision.cancel
    })
    return answer
  }
  const download = (url) => {
    const event = preventable()
    const item = {
      getURL: () => url,
      getFilename: () => '../../leden.csv',
      setSaveDialogOptions(options) {
        this.options = options
      },
    }
    ourSession.emit('will-download', event, item)
    return { prevented: event.defaultPrevented, asked: item.options?.defaultPath ?? null }
  }
  const [[callChannel, door] = []] = seen.handlers
  const knock = async (over) => {
    const frame = { url: 'app://buurtboek/', parent: null, ...over.frame }
    try {
      const event = { sender: over.sender ?? contents, senderFrame: over.frame === null ? null : frame }
      return String(await door(event, 'request' in over ? over.request : '{"method":"x"}')).slice(0, 200)
    } catch (error) {
      return `refused: ${error.message}`
    }
  }
  const knocks = {
    ours: await knock({}),
    otherScreen: await knock({ frame: { url: 'app://buurtboek/mensen/3' } }),
    noFrame: await knock({ frame: null }),
    subFrame: await knock({ frame: { parent: {} } }),
    unknownWindow: await knock({ sender: { id: 99 } }),
    notText: await knock({ request: { method: 'x' } }),
    tooLong: await knock({ request: 'x'.repeat(5_000_000) }),
    hostile: await Promise.all(hostileAddresses.map((url) => knock({ frame: { url } }))),
  }
  const defaultHandlers = seen.sessions.get('')?.session.handlers
  const files = readdirSync(path.join(out, 'renderer'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(
      (entry) =>
        `/${path.relative(path.join(out, 'renderer'), path.join(entry.parentPath, entry.name)).split(path.sep).join('/')}`,
    )
  const page = readFileSync(path.join(out, 'renderer/index.html'), 'utf8')
  const wayOut = []
  for (const address of traversals()) {
    // As text: `new URL` would already have walked up; a page can send what it likes.
    const response = await serve({ url: `app://buurtboek${address}`, method: 'GET', headers: new Headers() })
    const body = await response.text()
    if (response.status !== 404) wayOut.push({ address, status: response.status, page: body === page })
  }

  const menuBefore = seen.menus.at(-1)
  clickIn(menuBefore, 'Mensen')
  const wentTo = contents.sent.at(-1)
  const child = seen.processes[0].child
  const capability = async (ask, input) => {
    const id = Math.random()
    child.says({ kind: 'ask', id, ask, input })
    await until(() => child.said.some((said) => said.kind === 'answer' && said.id === id), ask)
    return child.said.find((said) => said.kind === 'answer' && said.id === id).error
  }
  const userData = app.getPath('userData')
  const folders = {
    ours: await capability('showFolder', userData),
    outside: await capability('showFolder', path.dirname(userData)),
    climbing: await capability('showFolder', `${userData}/../..`),
    program: await capability('showFolder', path.join(userData, 'program.exe')),
  }
  await capability('languageChanged', 'en')
  await capability('setZoom', 150)
  child.says({ kind: 'event', event: '{"topic":"changed","tables":["person"]}' })
  const sentBefore = contents.sent.length
  await until(() => contents.sent.length > sentBefore, 'the event')
  clickIn(seen.menus.at(-1), 'Print…')

  const loads = () => window.calls.filter((call) => call === 'load').length
  const loadsBefore = loads()
  contents.emit('render-process-gone', {}, { reason: 'clean-exit' })
  const afterCleanExit = loads() - loadsBefore
  contents.emit('render-process-gone', {}, { reason: 'crashed' })
  const afterCrash = loads() - loadsBefore
  contents.emit('render-process-gone', {}, { reason: 'crashed' })
  const afterCrashAtOnce = loads() - loadsBefore
  window.minimized = true
  app.emit('second-instance', {}, [])
  const secondInstance = window.calls.slice(-2)

  window.emit('close')
  app.emit('window-all-closed')
  await until(() => seen.exits.length > 0, 'the end')

  return {
    rights,
    preload: path.relative(out, preload),
    title: window.options.title,
    hiddenUntilReady: window.options.show === false && window.calls.includes('show'),
    loaded: window.loaded,
    partition: ourSession.partition,
    partitionOptions: seen.sessions.get(ourSession.partition).options,
    forked: seen.processes.map(({ file, options }) => ({ file: path.relative(out, file), options })),
    page: await ask('app://buurtboek/'),
    files: await Promise.all(files.map(async (file) => ({ file, ...pick(await ask(`app://buurtboek${file}`)) }))),
    screens: await Promise.all(
      ['/mensen', '/mensen/3f2a-1', '/instellingen'].map(async (at) => pick(await ask(`app://buurtboek${at}`))),
    ),
    missing: pick(await ask('app://buurtboek/assets/none.js')),
    otherHost: pick(await ask('app://evil/index.html')),
    methods: await Promise.all(
      ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'].map(
        async (method) => pick(await ask('app://buurtboek/', { method })).status,
      ),
    ),
    traversalsTried: traversals().length,
    wayOut,
    navigation: hostileAddresses.map((url) => ({ url, ...guard(url) })),
    ownNavigation: guard('app://buurtboek/mensen'),
    ownSubFrame: prevented('will-frame-navigate', { url: 'app://buurtboek/', isMainFrame: false }),
    webview: prevented('will-attach-webview', {}),
    windows: ['https://evil.example/', 'app://buurtboek/'].map((url) => contents.openHandler({ url })),
    permissions: permissions.map((name) => ({
      name,
      ours: [
        permission('check', name, 'app://buurtboek/', true),
        permission('request', name, 'app://buurtboek/', true),
      ],
      subFrame: [
        permission('check', name, 'app://buurtboek/', false),
        permission('request', name, 'app://buurtboek/', false),
      ],
      evil: [
        permission('check', name, 'https://evil.example/', true),
        permission('request', name, 'https://evil.example/', true),
      ],
    })),
    device: handlers.device({ deviceType: 'usb', origin: 'app://buurtboek/' }),
    requests: hostileAddresses.map((url) => ({
      url,
      ours: cancelled(url),
      other: cancelled(url, defaultHandlers ?? null),
    })),
    ownRequest: cancelled('app://buurtboek/assets/x.js'),
    downloads: {
      ours: download('app://buurtboek/files/abc'),
      evil: download('https://evil.example/files/abc'),
      page: download('app://buurtboek/index.html'),
      blob: download('blob:app://buurtboek/1'),
    },
    callChannel,
    channels: seen.handlers.size,
    knocks,
    menus: [menuBefore, seen.menus.at(-1)].map(withoutClicks),
    wentTo,
    folders,
    opened: seen.opened,
    external: seen.external,
    zoom: contents.zoom,
    events: contents.sent,
    prints: contents.prints,
    printDialog: seen.dialogs.at(-1),
    secondInstance,
    loadsAfter: { afterCleanExit, afterCrash, afterCrashAtOnce },
    quits: seen.quits,
    exits: seen.exits,
    closedFirst: child.said.some((said) => said.kind === 'close'),
    preloadFacts: runPreload(),
  }
}

/** A call the whole way: preload, door, the built backend in its own process, a real file of SQLite; and a file in and out. */
async function journey() {
  await until(() => seen.windows[0]?.loaded, 'the first screen')
  const contents = seen.windows[0].webContents
  runPreload()
  const [[channel, door]] = seen.handlers
  wire.invoke = async (name, request) => {
    if (name !== channel) throw new Error(`nothing listens to ${name}`)
    return door({ sender: contents, senderFrame: contents.mainFrame }, request)
  }
  const events = []
  const forward = () => {
    for (const [name, text] of contents.sent.splice(0)) ipcRendererEvents.emit(name, { sender: 'secret' }, text)
  }
  contents.on('sent', forward)
  exposed.buurtboek.onEvent((...heard) => events.push(heard))
  const call = async (method, input) => JSON.parse(await exposed.buurtboek.call(JSON.stringify({ method, input })))
  const serve = contents.session.handlers.app
  const upload = async (name, body) =>
    (
      await serve(
        new Request(`app://buurtboek/files?name=${encodeURIComponent(name)}`, { method: 'POST', body, duplex: 'half' }),
      )
    ).json()

  if (JSON.parse(process.env.FAKE_ELECTRON).backend !== 'real') return { menu: await firstMenu() }
  const first = await call('books.status', {})
  const created = await call('books.create', {
    name: 'Proefbuurt',
    kind: 'binnenbuurt',
    rolePattern: 'contact_deputy',
    minGatheringsPerYear: 3,
    duesEnabled: false,
    accountingStart: null,
  })
  const settings = await call('books.settings', {})
  const language = await call('preferences.set', { language: 'en', textSize: 130 })
  const unknown = await call('members.nothing', {})
  const updates = await call('updates.status', {})
  const install = await call('updates.install', {})
  const received = await upload('leden.csv', 'naam;straat\nAnna;Dorpsstraat\n')
  const tooBig = await upload('groot.csv', new Blob([new Uint8Array(12 * 1024 * 1024)]).stream())
  const gone = await serve(new Request('app://buurtboek/files/no-such-handle'))
  app.quit()
  await until(() => seen.exits.length > 0, 'the end')
  return {
    first,
    created,
    settings,
    language,
    unknown,
    updates,
    install,
    received,
    tooBig,
    gone: gone.status,
    events,
    zoom: contents.zoom,
    menu: withoutClicks(seen.menus.at(-1)).map(({ label }) => label),
    folder: readdirSync(app.getPath('userData')).sort(),
    exits: seen.exits,
  }
}

async function firstMenu() {
  await until(() => seen.menus.length > 1, 'the menu in the chosen language')
  return withoutClicks(seen.menus.at(-1)).map(({ label }) => label)
}

/** The backend dies: what was under way is told so, it starts again, and after too many times the user is told. */
async function crash() {
  await until(() => seen.windows[0]?.loaded, 'the first screen')
  const contents = seen.windows[0].webContents
  const [[, door]] = seen.handlers
  const knock = (request) => door({ sender: contents, senderFrame: contents.mainFrame }, request)
  const hanging = knock('{"method":"hang"}')
  await wait(20)
  seen.processes[0].child.kill()
  const interrupted = JSON.parse(await hanging)
  await until(() => contents.sent.some(([, text]) => text.includes('"book"')), 'the word that it is back')
  const after = JSON.parse(await knock('{"method":"x"}'))
  for (let time = 1; time <= 3; time += 1) {
    const { length } = seen.processes
    seen.processes.at(-1).child.kill()
    if (time < 3) await until(() => seen.processes.length > length, 'another start')
  }
  await until(() => seen.exits.length > 0, 'giving up')
  return { interrupted, after, started: seen.processes.length, dialogs: seen.dialogs, exits: seen.exits }
}

/** A packaged app with a feed, on a computer without internet: the updater itself is loaded and asked. */
async function updates() {
  await until(() => seen.windows[0]?.loaded, 'the first screen')
  const contents = seen.windows[0].webContents
  const [[, door]] = seen.handlers
  const call = async (method) =>
    JSON.parse(await door({ sender: contents, senderFrame: contents.mainFrame }, JSON.stringify({ method, input: {} })))
  const status = await call('updates.status')
  const quiet = seen.requests.length
  const checked = await call('updates.check')
  return { status, quiet, checked, requests: seen.requests, events: contents.sent, external: seen.external }
}

/** The backend cannot even start. */
async function stopped() {
  await until(() => seen.exits.length > 0, 'giving up')
  return { windows: seen.windows.length, dialogs: seen.dialogs, exits: seen.exits }
}

function runPreload() {
  const required = []
  const source = readFileSync(path.join(out, 'preload/index.cjs'), 'utf8')
  // No process, no Buffer, no require but this one: what a sandboxed preload has, and less.
  const run = new Script(`(function (require, exports, module) { ${source}\n})`).runInNewContext({})
  const requireElectron = (name) => {
    required.push(name)
    if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
    return { contextBridge, ipcRenderer }
  }
  run(requireElectron, {}, { exports: {} })
  const bridge = exposed.buurtboek
  const heard = []
  const stop = bridge.onEvent((...values) => heard.push(values))
  ipcRendererEvents.emit('buurtboek:event', { sender: 'secret' }, 'one')
  stop()
  ipcRendererEvents.emit('buurtboek:event', { sender: 'secret' }, 'two')
  return { required: [...new Set(required)], worlds: Object.keys(exposed), keys: Object.keys(bridge), heard }
}

function permissionNames() {
  const types = readFileSync(electronTypes, 'utf8')
  const names = new Set()
  for (const [, list] of types.matchAll(
    /setPermission(?:Check|Request)Handler\(handler: \(\(webContents: [^,]*, permission: ([^,]+),/g,
  )) {
    for (const [, name] of list.matchAll(/'([^']+)'/g)) names.add(name)
  }
  return [...names]
}

function pick({ status, headers }) {
  const header = (name) => headers[name] ?? null
  return {
    status,
    csp: header('content-security-policy'),
    type: header('content-type'),
    cache: header('cache-control'),
  }
}

function clickIn(menu, label) {
  for (const item of menu.flatMap((top) => top.submenu)) {
    if (item.label?.replace('&', '') === label) return item.click()
  }
  throw new Error(`no menu item ${label}`)
}

function withoutClicks(menu) {
  return JSON.parse(JSON.stringify(menu))
}
