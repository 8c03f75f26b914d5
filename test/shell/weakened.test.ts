// The control beside the shell's rules: take one protective line out of the built shell, and a rule must notice. All these shells
// are asked in one process, with the whole shell first and last: that nothing is wrong with it there says that no shell leaves
// something behind for the next.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Facts, probeEach, runProbe } from './run-probe.ts'
import { brokenRules } from './shell-rules.ts'

const built = path.resolve(process.env.SHELL_OUT ?? 'out')

interface Weakening {
  readonly what: string
  readonly file?: string
  readonly line: string | RegExp
  readonly instead: string
  /** A part of the name of the rule that notices, or of what Electron says. */
  readonly noticed: string
  /** Ends its process, and is asked in one of its own. */
  readonly isLast?: boolean
}

const weakenings: Weakening[] = [
  { what: 'no sandbox for every process', line: 'app.enableSandbox();', instead: '', noticed: 'the sandbox is on' },
  {
    what: 'the sandbox too late',
    line: 'app.enableSandbox();',
    instead: 'app.whenReady().then(() => app.enableSandbox());',
    noticed: 'after app is ready',
  },
  {
    what: 'the folder process may write into the log of the shell',
    line: 'stdio: "ignore"',
    instead: 'stdio: "inherit"',
    noticed: 'the shared folder is read',
  },
  { what: 'the scheme never made known', line: 'registerAppScheme();', instead: '', noticed: 'four privileges' },
  {
    what: 'the scheme made known too late',
    line: 'registerAppScheme();',
    instead: 'app.whenReady().then(registerAppScheme);',
    noticed: 'after app is ready',
  },
  {
    what: 'a scheme past the Content-Security-Policy',
    line: 'standard: true,',
    instead: 'standard: true, bypassCSP: true,',
    noticed: 'four privileges',
  },
  {
    what: 'debugging switches kept',
    line: 'dropDebugSwitches();',
    instead: '',
    noticed: 'switches that let somebody look in',
  },
  {
    what: 'awaiting readiness at the top',
    line: 'registerAppScheme();',
    instead: 'await app.whenReady(); registerAppScheme();',
    noticed: 'exit 13',
    isLast: true,
  },
  {
    what: 'Chromium’s files among the book',
    line: /app\.setPath\("sessionData".*\);/,
    instead: '',
    noticed: 'stays apart',
  },
  ...['sandbox', 'contextIsolation', 'webSecurity'].map((right) => ({
    what: `${right} off`,
    line: ofTheWindow(`${right}: true`),
    instead: `\n\t${right}: false`,
    noticed: 'no rights but those of a page',
  })),
  ...[
    'nodeIntegration',
    'nodeIntegrationInWorker',
    'nodeIntegrationInSubFrames',
    'webviewTag',
    'navigateOnDragDrop',
    'devTools',
  ].map((right) => ({
    what: `${right} on`,
    line: ofTheWindow(`${right}: false`),
    instead: `\n\t${right}: true`,
    noticed: 'no rights but those of a page',
  })),
  {
    what: 'a session kept on the disk',
    line: 'fromPartition("buurtboek"',
    instead: 'fromPartition("persist:buurtboek"',
    noticed: 'in memory only',
  },
  {
    what: 'no Content-Security-Policy',
    line: '"Content-Security-Policy": contentSecurityPolicy,',
    instead: '',
    noticed: 'Content-Security-Policy',
  },
  {
    what: 'a weaker Content-Security-Policy',
    line: '"Content-Security-Policy": contentSecurityPolicy,',
    instead: '"Content-Security-Policy": contentSecurityPolicy.replace("script-src", "script-src https:"),',
    noticed: 'Content-Security-Policy',
  },
  {
    what: 'answers kept in a cache',
    line: '"Cache-Control": "no-store"',
    instead: '"Cache-Control": "max-age=60"',
    noticed: 'never kept in a cache',
  },
  {
    what: 'any host served',
    line: 'if (!isOurAddress(request.url)) return refuse(404);',
    instead: '',
    noticed: 'what was not built is not there',
  },
  {
    what: 'any method served',
    line: 'if (request.method !== "GET") return refuse(405);',
    instead: '',
    noticed: 'only GET',
  },
  {
    what: 'files read by path',
    line: 'find: (pathname) => files.get(pathname)',
    instead:
      'find: (pathname) => files.get(pathname) ?? { type: "text/plain", read: () => readFile(path.join(folder, pathname)).catch(() => "") }',
    noticed: 'no address leads out',
  },
  {
    what: 'the page for any address',
    line: '(isScreen(pathname) ? page : void 0)',
    instead: 'page',
    noticed: 'no address leads out',
  },
  {
    what: 'navigation not watched',
    line: 'contents.on("will-navigate", stay);',
    instead: '',
    noticed: 'no navigation',
  },
  { what: 'redirects not watched', line: 'contents.on("will-redirect", stay);', instead: '', noticed: 'no redirect' },
  {
    what: 'frames not watched',
    line: 'contents.on("will-frame-navigate"',
    instead: 'contents.on("will-frame"',
    noticed: 'no frame goes elsewhere',
  },
  {
    what: 'frames within the page allowed',
    line: '!details.isMainFrame || ',
    instead: '',
    noticed: 'no frame goes elsewhere',
  },
  { what: 'webviews allowed', line: /contents\.on\("will-attach-webview".*\);/, instead: '', noticed: 'no webview' },
  { what: 'new windows allowed', line: 'action: "deny"', instead: 'action: "allow"', noticed: 'no new windows' },
  { what: 'nothing watched at all', line: /app\.on\("web-contents-created".*\);/, instead: '', noticed: 'openHandler' },
  {
    what: 'permissions granted when asked',
    line: /decide\(allowed\.includes\(.*\);/,
    instead: 'decide(true);',
    noticed: 'no permission when asked',
  },
  {
    what: 'copying allowed to any page',
    line: 'isOurAddress(details.requestingUrl)',
    instead: 'true',
    noticed: 'no permission when asked',
  },
  {
    what: 'permissions granted when checked',
    line: /allowed\.includes\(permission\) && details\.isMainFrame && isOurAddress\(origin\)/,
    instead: 'true',
    noticed: 'no permission when checked',
  },
  {
    what: 'devices allowed',
    line: 'setDevicePermissionHandler(() => false)',
    instead: 'setDevicePermissionHandler(() => true)',
    noticed: 'no devices',
  },
  {
    what: 'the network open',
    line: '{ cancel: !mayLoad(details.url) }',
    instead: '{ cancel: false }',
    noticed: 'nothing is fetched',
  },
  {
    what: 'the network open to other sessions',
    line: /lockSession\(session\$?\d*\.defaultSession\);/,
    instead: '{}',
    noticed: 'nothing is fetched',
  },
  {
    what: 'anything may be saved',
    line: 'if (!isFileAddress(item.getURL())) return event.preventDefault();',
    instead: '',
    noticed: 'only files the backend made',
  },
  {
    what: 'saving where the name says',
    line: 'path.basename(item.getFilename())',
    instead: 'item.getFilename()',
    noticed: 'only files the backend made',
  },
  {
    what: 'addresses compared by their beginning',
    line: /return url !== null && url\.protocol === .*;/,
    instead: 'return address.startsWith("app://buurtboek");',
    noticed: 'a call from another page',
  },
  {
    what: 'addresses compared by origin',
    line: /return url !== null && url\.protocol === .*;/,
    instead: 'return url !== null && url.origin === new URL(homeAddress).origin;',
    noticed: 'a call from another page',
  },
  { what: 'the host not compared', line: / && url\.host === .*?(?= &&)/, instead: '', noticed: 'no navigation' },
  { what: 'a name before the host allowed', line: ' && url.username === ""', instead: '', noticed: 'no navigation' },
  {
    what: 'calls from any window',
    line: 'if (!windows.has(event.sender.id)) throw new Error("refused");',
    instead: '',
    noticed: 'a window we did not open',
  },
  {
    what: 'calls without a frame',
    line: 'frame === null || frame.parent !== null || !isOurAddress(frame.url)',
    instead: 'frame && (frame.parent !== null || !isOurAddress(frame.url))',
    noticed: 'without a frame',
  },
  {
    what: 'calls from inner frames',
    line: 'frame.parent !== null || ',
    instead: '',
    noticed: 'a frame within the page',
  },
  {
    what: 'calls from any page',
    line: ' || !isOurAddress(frame.url)',
    instead: '',
    noticed: 'a call from another page',
  },
  { what: 'calls that are not text', line: 'typeof request !== "string" || ', instead: '', noticed: 'not text' },
  { what: 'endless calls', line: ' || request.length > longestRequest', instead: '', noticed: 'millions of signs' },
  {
    what: 'any folder opened',
    line: /isWithin\(folder, options\.dataFolder\)/,
    instead: 'true',
    noticed: 'only the folder with the data',
  },
  {
    what: 'programs opened',
    line: ' && (await stat(folder)).isDirectory()',
    instead: '',
    noticed: 'only the folder with the data',
  },
  {
    what: 'any address opened as if it were a letter',
    line: /const address = mailtoOf\(draft\);/,
    instead: 'const address = draft.to[0];',
    noticed: 'a letter to an address',
  },
  {
    what: 'files chosen instead of a folder',
    line: '"openDirectory"',
    instead: '"openFile"',
    noticed: 'a folder is chosen',
  },
  {
    what: 'a menu without words',
    line: 'role(edit.undo, "undo")',
    instead: '{ role: "undo" }',
    noticed: 'words of ours',
  },
  {
    what: 'a crashed window left empty',
    line: 'now - lastCrash > crashPauseMs',
    instead: 'false',
    noticed: 'a window that crashed',
  },
  {
    what: 'ending without closing the book',
    line: 'event.preventDefault();\n\t\tbackend.close()',
    instead: 'closed = true;\n\t\tbackend.close()',
    noticed: 'closed before the app ends',
  },
  {
    what: 'more given to the page',
    file: 'preload/index.cjs',
    line: 'exposeInMainWorld("buurtboek", ',
    instead: 'exposeInMainWorld("buurtboek", { send: electron.ipcRenderer, ...',
    noticed: 'SyntaxError',
  },
  {
    what: 'the event object given to the page',
    file: 'preload/index.cjs',
    line: /\(_event, text\) => listener\(text\)/,
    instead: '(event, text) => listener(event, text)',
    noticed: 'never the event object',
  },
]

/** The rights of the app's own window stand one step in; those of the window that prints stand deeper. */
function ofTheWindow(right: string): string {
  return `\n\t${right}`
}

const together = weakenings.filter(({ isLast }) => !isLast)

describe('a shell with one line less is noticed', () => {
  const shells: string[] = []
  let saw: (Facts | Error)[]

  beforeAll(async () => {
    shells.push(copyOfShell(), ...together.map(weakenedShell), copyOfShell())
    saw = await probeEach(shells)
  }, 120_000)

  afterAll(() => {
    for (const shell of shells) rmSync(shell, { recursive: true, force: true })
  })

  it.each(together.map((weakening, index) => ({ ...weakening, index })))('$what', ({ index, noticed }) => {
    expect(wrongWith(saw[index + 1])).toContain(noticed)
  })

  it('and the whole shell, before them and after them, is not', () => {
    expect([saw[0], saw.at(-1)].map(wrongWith)).toEqual(['', ''])
  })

  it.each(weakenings.filter(({ isLast }) => isLast))('$what', { timeout: 60_000 }, async (weakening) => {
    const out = weakenedShell(weakening)
    shells.push(out)
    const ended = runProbe({ out }).then(brokenRules, (error: Error & { code?: number }) => `exit ${error.code}`)
    expect(await ended).toContain(weakening.noticed)
  })
})

function wrongWith(saw: Facts | Error): string {
  return saw instanceof Error ? saw.message : brokenRules(saw).join('\n')
}

function weakenedShell(weakening: Weakening): string {
  const out = copyOfShell()
  weaken(path.join(out, weakening.file ?? 'main/index.js'), weakening)
  return out
}

function copyOfShell(): string {
  const out = mkdtempSync(path.join(tmpdir(), 'buurtboek-weakened-'))
  for (const file of ['main/index.js', 'preload/index.cjs']) cpSync(path.join(built, file), path.join(out, file))
  copyFewFiles(path.join(built, 'renderer'), path.join(out, 'renderer'))
  symlinkSync(path.join(built, 'main/chunks'), path.join(out, 'main/chunks'), 'junction')
  writeFileSync(path.join(out, 'package.json'), '{"type":"module"}')
  return out
}

/** The page and one file of each kind: how a shell serves hundreds of the same kind is asked of the whole one (shell.test.ts). */
function copyFewFiles(from: string, to: string): void {
  const files = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((file) => path.extname(file) !== '')
  const oneOfEach = new Map(files.map((file) => [path.extname(file), file]))
  for (const file of oneOfEach.set('.html', 'index.html').values()) cpSync(path.join(from, file), path.join(to, file))
}

function weaken(file: string, { what, line, instead }: Weakening): void {
  const before = readFileSync(file, 'utf8')
  const after = before.replace(line, () => instead)
  // A line that is no longer there would make this control pass for the wrong reason.
  if (after === before) throw new Error(`nothing to weaken for "${what}": ${line} is not in ${file}`)
  writeFileSync(file, after)
}
