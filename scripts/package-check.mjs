// npm run package:check: packages the app against a stand-in Electron folder and looks at what went in: only what was built,
// one native module for this platform, no sources. Then runs the shell's rules on the packaged files, outside the checkout.
import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runProbe } from '../test/shell/run-probe.ts'
import { brokenRules, inlineCode } from '../test/shell/shell-rules.ts'
import { buildIfNeeded } from './build-if-needed.mjs'

const root = path.resolve(import.meta.dirname, '..')
const work = mkdtempSync(path.join(tmpdir(), 'buurtboek-package-'))
process.on('exit', () => rmSync(work, { recursive: true, force: true }))

buildIfNeeded()
const resources = packageWithStub()
const entries = listAsar(path.join(resources, 'app.asar'))
const problems = [...strangers(entries.map(({ name }) => name)), ...missing(entries.map(({ name }) => name))]
if (problems.length === 0) {
  const app = extract(resources, entries)
  problems.push(...inlineCode(path.join(app, 'out')))
  problems.push(...brokenRules(await runProbe({ out: path.join(app, 'out') })))
  problems.push(...(await makeBook(app)))
}
for (const problem of problems) console.error(problem)
console.log(`package: ${entries.length} files, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1

function packageWithStub() {
  const stub = path.join(work, 'electron')
  mkdirSync(path.join(stub, 'locales'), { recursive: true })
  mkdirSync(path.join(stub, 'resources'))
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'))
  for (const [name, text] of Object.entries({ electron: '', version, LICENSE: '', 'locales/en-US.pak': '' })) {
    writeFileSync(path.join(stub, name), text)
  }
  chmodSync(path.join(stub, 'electron'), 0o755)
  const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js')
  const args = [cli, '--config', 'electron-builder.config.mjs', '--linux', 'dir', '--x64']
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, STUB_ELECTRON: stub, PACKAGE_OUT: path.join(work, 'dist') },
    encoding: 'utf8',
  })
  const made = path.join(work, 'dist/linux-unpacked/resources')
  if (status === 0 && existsSync(path.join(made, 'app.asar'))) return made
  console.error(stdout, stderr)
  console.error('packaging failed')
  process.exit(1)
}

/** Every file in the archive, with where its bytes are; the header is JSON behind four numbers. */
function listAsar(archive) {
  const bytes = readFileSync(archive)
  const headerSize = bytes.readUInt32LE(4)
  const header = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8'))
  const start = 8 + headerSize
  const walk = (folder, at) =>
    Object.entries(folder.files).flatMap(([name, entry]) => {
      const place = at ? `${at}/${name}` : name
      if (entry.files) return walk(entry, place)
      const from = start + Number(entry.offset)
      return [{ name: place, bytes: entry.unpacked ? undefined : bytes.subarray(from, from + entry.size) }]
    })
  return walk(header, '')
}

function strangers(names) {
  const welcome = [
    /^package\.json$/,
    /^LICENSE$/,
    /^out\/main\/(index|backend|parse-worker|folder-worker)\.js$/,
    /^out\/main\/chunks\/[\w.-]+\.js$/,
    /^out\/preload\/index\.cjs$/,
    /^out\/renderer\/(index\.html|icon\.(png|svg))$/,
    /^out\/renderer\/assets\/[\w.-]+\.(js|css|woff2|svg|png)$/,
    /^node_modules\/better-sqlite3\/(package\.json|LICENSE|README\.md|lib\/.+\.js)$/,
    /^node_modules\/better-sqlite3\/prebuilds\/linux-x64\.node$/,
  ]
  return names
    .filter((name) => !welcome.some((form) => form.test(name)))
    .map((name) => `does not belong in the app: ${name}`)
}

function missing(names) {
  const needed = [
    'package.json',
    'out/main/index.js',
    'out/main/backend.js',
    'out/main/parse-worker.js',
    'out/main/folder-worker.js',
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/renderer/icon.png',
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ]
  return needed.filter((name) => !names.includes(name)).map((name) => `missing from the app: ${name}`)
}

/** Only where the packaged native module, that of Linux on an ordinary processor, can be loaded. */
async function makeBook(app) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return []
  const { created } = await runProbe({ out: path.join(app, 'out'), what: 'journey', backend: 'real' })
  return created?.ok ? [] : [`the packaged backend made no book: ${JSON.stringify(created)}`]
}

/** Puts the packaged files in a folder of their own, where nothing of the checkout can be found by accident. */
function extract(from, files) {
  const app = path.join(work, 'app')
  for (const { name, bytes } of files) {
    if (!bytes) continue
    mkdirSync(path.dirname(path.join(app, name)), { recursive: true })
    writeFileSync(path.join(app, name), bytes)
  }
  cpSync(path.join(from, 'app.asar.unpacked'), app, { recursive: true })
  return app
}
