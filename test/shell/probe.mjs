// Runs the built shell against the stand-in and gives what it did and how it answered. It judges nothing: that is for the tests.
// probe-once.mjs does it in a process of its own, probe-each.mjs with many shells in one.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { app, exposed, fireReady, ipcRendererEvents, seen, wire } from './fake-electron.mjs'
import { askShell } from './probe-shell.mjs'
import { out, runPreload, until, withoutClicks } from './probe-support.mjs'

const asks = {
  shell: askShell,
  journey,
  crash,
  stopped,
  updates,
  second: async () => ({ windows: seen.windows.length }),
}

/** Starts the shell, lets it become ready and asks it `what`. */
export async function probe(what) {
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
  return { before, ...(await asks[what]()) }
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
  const tooBig = await upload('groot.csv', new Blob([new Uint8Array(31 * 1024 * 1024)]).stream())
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
