// Runs the built desktop shell on the stand-in for Electron, and does what the window's page would do, for a test that
// sends { id, act, ... } over the process channel. Start with --import ./test/shell/register.mjs.
import { app, fireReady, seen } from '../shell/fake-electron.mjs'

// Its types are no concern of the tests' own, and it may not be built yet while those are read.
await import(new URL('../../out/main/index.js', import.meta.url).href)
fireReady()
const window = await firstWindow()
const { webContents } = window
const serve = window.options.webPreferences.session.handlers.app
const page = { sender: webContents, senderFrame: webContents.mainFrame }
let told = 0
tellEvents()
webContents.on('sent', tellEvents)

const acts = {
  call: ({ text }) => seen.handlers.get('buurtboek:call')(page, text),
  async upload({ name, bytes }) {
    const url = `app://buurtboek/files?name=${encodeURIComponent(name)}`
    return (await serve(new Request(url, { method: 'POST', body: bytes }))).text()
  },
  async download({ handle }) {
    const response = await serve(new Request(`app://buurtboek/files/${handle}`))
    const { status, headers } = response
    return {
      status,
      disposition: headers.get('content-disposition') ?? '',
      bytes: new Uint8Array(await response.arrayBuffer()),
    }
  },
  async quit() {
    app.quit()
    while (seen.exits.length === 0) await soon()
    setImmediate(() => process.exit(0))
  },
}

process.on('message', async ({ id, act, ...input }) => {
  try {
    process.send({ id, value: await acts[act](input) })
  } catch (error) {
    process.send({ id, error: String(error) })
  }
})
process.send({ ready: true })

function tellEvents() {
  for (const [channel, event] of webContents.sent.slice(told))
    if (channel === 'buurtboek:event') process.send({ event })
  told = webContents.sent.length
}

async function firstWindow() {
  while (!seen.windows[0]?.loaded) await soon()
  return seen.windows[0]
}

function soon() {
  return new Promise((resolve) => setTimeout(resolve, 10))
}
