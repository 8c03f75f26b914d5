// What the built shell does with everything that a page, another program or the user may ask of it.
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { app, preventable, seen } from './fake-electron.mjs'
import { hostileAddresses, traversals } from './hostile.mjs'
import { out, runPreload, until, withoutClicks } from './probe-support.mjs'

const electronTypes = process.argv[4]

export async function askShell() {
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
    await response.bytes()
    return { status: response.status, headers: Object.fromEntries(response.headers) }
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
    return child.said.find((said) => said.kind === 'answer' && said.id === id)
  }
  const refusal = async (ask, input) => (await capability(ask, input)).error
  const userData = app.getPath('userData')
  const folders = {
    ours: await refusal('showFolder', userData),
    outside: await refusal('showFolder', path.dirname(userData)),
    climbing: await refusal('showFolder', `${userData}/../..`),
    program: await refusal('showFolder', path.join(userData, 'program.exe')),
  }
  const chosenFolder = await capability('chooseFolder', null)
  const draft = { to: ['ria@example.org'], bcc: [], subject: 'Contributie', body: 'Beste Ria' }
  await capability('openMail', draft)
  const mailRefusals = await Promise.all(
    [...hostileAddresses.filter((to) => !to.startsWith('mailto:')), 'ria@example.org?cc=x@example.org'].map((to) =>
      refusal('openMail', { ...draft, to: [to] }),
    ),
  )
  // A shared folder that hangs: the request is never answered, and ending the process ends the waiting.
  child.says({ kind: 'ask', id: 'hangs', ask: 'folderTask', input: { kind: 'list', root: userData, sizes: false } })
  await until(() => seen.processes.length === 2, 'the folder process')
  await capability('endFolderProcess', null)
  await until(() => child.said.some((said) => said.kind === 'answer' && said.id === 'hangs'), 'the end of the waiting')
  const folderProcess = {
    ...pickFork(seen.processes[1]),
    ended: child.said.find((said) => said.kind === 'answer' && said.id === 'hangs').error,
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
    forked: pickFork(seen.processes[0]),
    folderProcess,
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
    chosenFolder: { folder: chosenFolder.value, error: chosenFolder.error, asked: seen.openDialogs },
    mailRefusals,
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

const pickFork = ({ file, options }) => ({ file: path.relative(out, file), options })
