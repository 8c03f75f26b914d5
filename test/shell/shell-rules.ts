// What the built shell must do, one rule per protective line. Each looks at the facts of the probe and says what is wrong.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { contentSecurityPolicy } from '../../shared/domain/content-security-policy.ts'
import type { Facts } from './run-probe.ts'

interface Item {
  label?: string
  role?: string
  type?: string
  submenu?: Item[]
}

const same = (actual: unknown, expected: unknown) =>
  isDeepStrictEqual(actual, expected) ? [] : [`${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`]

const all = <T>(entries: readonly T[], least: number, good: (entry: T) => boolean) =>
  entries.length < least
    ? [`only ${entries.length} tried, at least ${least} wanted`]
    : entries.filter((entry) => !good(entry)).map((entry) => JSON.stringify(entry))

/** Copying text, and the whole screen for presenting. */
const allowed: readonly string[] = ['clipboard-sanitized-write', 'fullscreen']

/** Each rule gives the list of what is wrong: empty when it is kept. */
export const shellRules: Readonly<Record<string, (facts: Facts) => string[]>> = {
  'the sandbox is on for every process before Electron is ready': ({ before }) => same(before.sandboxed, true),
  'the app scheme has four privileges and no others': ({ before }) =>
    same(before.privileges, [
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    ]),
  'switches that let somebody look in are dropped': ({ before }) =>
    ['remote-debugging-port', 'remote-debugging-pipe', 'remote-allow-origins', 'load-extension', 'js-flags'].filter(
      (name) => !before.removedSwitches.includes(name),
    ),
  'what Chromium writes stays apart from the book': ({ before, userData }) =>
    same(before.sessionData, path.join(userData, 'venster')),
  'the page has no rights but those of a page': ({ rights }) =>
    same(rights, {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      plugins: false,
      spellcheck: false,
      devTools: false,
      safeDialogs: true,
    }),
  'the session of the page is kept in memory only': ({ partition, partitionOptions }) => [
    ...same(partition, 'buurtboek'),
    ...same(partitionOptions, { cache: false }),
  ],
  'the window is called Buurtboek and appears when it has something to show': ({ title, hiddenUntilReady, loaded }) => [
    ...same(title, 'Buurtboek'),
    ...same(hiddenUntilReady, true),
    ...same(loaded, 'app://buurtboek/'),
  ],
  'the backend runs in a process of its own': ({ forked }) =>
    same(forked, { file: path.join('main', 'backend.js'), options: { serviceName: 'Buurtboek', stdio: 'inherit' } }),
  'the shared folder is read by a process of its own, which can be ended': ({ folderProcess }) =>
    same(folderProcess, {
      file: path.join('main', 'folder-worker.js'),
      options: { serviceName: 'Buurtboek map', stdio: 'ignore' },
      ended: 'the folder process ended',
    }),
  'every built file is served, with the Content-Security-Policy and never kept in a cache': ({
    files,
    page,
    screens,
  }) =>
    all(
      [...files, ...screens],
      4,
      (file: Record<string, unknown>) =>
        file.status === 200 && file.csp === contentSecurityPolicy && file.cache === 'no-store' && file.type !== null,
    ).concat(
      same(page.headers['x-content-type-options'], 'nosniff'),
      same(page.headers['referrer-policy'], 'no-referrer'),
      same(page.headers['cross-origin-opener-policy'], 'same-origin'),
    ),
  'what was not built is not there': ({ missing, otherHost }) => [
    ...same(missing.status, 404),
    ...same(missing.csp, contentSecurityPolicy),
    ...same(otherHost.status, 404),
  ],
  'only GET reads files': ({ methods }) => same(methods, [405, 405, 405, 405, 405]),
  'no address leads out of the window’s folder': ({ wayOut, traversalsTried }) => [
    ...same(wayOut, []),
    ...(traversalsTried >= 200 ? [] : [`only ${traversalsTried} tried`]),
  ],
  'no navigation to elsewhere': ({ navigation }) =>
    all(navigation, 30, (tried: Record<string, unknown>) => tried.navigate === true),
  'no redirect to elsewhere': ({ navigation }) =>
    all(navigation, 30, (tried: Record<string, unknown>) => tried.redirect === true),
  'no frame goes elsewhere, and there are no frames within the page': ({ navigation, ownSubFrame }) =>
    all(navigation, 30, (tried: Record<string, unknown>) => tried.frame === true).concat(same(ownSubFrame, true)),
  'the page may be loaded again': ({ ownNavigation }) =>
    same(ownNavigation, { navigate: false, redirect: false, frame: false }),
  'no webview': ({ webview }) => same(webview, true),
  'no new windows': ({ windows }) => same(windows, [{ action: 'deny' }, { action: 'deny' }]),
  'no permission when asked, but copying text and the whole screen for our own page': ({ permissions }) =>
    all(
      permissions,
      40,
      ({ name, ours, subFrame, evil }: { name: string; ours: boolean[]; subFrame: boolean[]; evil: boolean[] }) =>
        ours[1] === allowed.includes(name) && subFrame[1] === false && evil[1] === false,
    ),
  'no permission when checked, but copying text and the whole screen for our own page': ({ permissions }) =>
    all(
      permissions,
      40,
      ({ name, ours, subFrame, evil }: { name: string; ours: boolean[]; subFrame: boolean[]; evil: boolean[] }) =>
        ours[0] === allowed.includes(name) && subFrame[0] === false && evil[0] === false,
    ),
  'no devices': ({ device }) => same(device, false),
  'nothing is fetched from anywhere else': ({ requests, ownRequest }) =>
    all(
      requests,
      30,
      ({ url, ours, other }: { url: string; ours: boolean; other: boolean }) =>
        (ours && other) || /^(?:data|blob):/.test(url),
    ).concat(same(ownRequest, false)),
  'only files the backend made can be saved, and the user says where': ({ downloads, userData }) => [
    ...same(downloads.ours, { prevented: false, asked: path.join(userData, 'downloads', 'leden.csv') }),
    ...all(
      [downloads.evil, downloads.page, downloads.blob],
      3,
      (tried: Record<string, unknown>) => tried.prevented === true,
    ),
  ],
  'the page reaches the shell by one channel': ({ channels, callChannel }) => [
    ...same(channels, 1),
    ...same(callChannel, 'buurtboek:call'),
  ],
  'our own page is answered': ({ knocks }) =>
    all([knocks.ours, knocks.otherScreen], 2, (answer: string) => answer.startsWith('{"ok":true')),
  'a call without a frame is refused': ({ knocks }) => same(knocks.noFrame, 'refused: refused'),
  'a call from a frame within the page is refused': ({ knocks }) => same(knocks.subFrame, 'refused: refused'),
  'a call from a window we did not open is refused': ({ knocks }) => same(knocks.unknownWindow, 'refused: refused'),
  'a call from another page is refused': ({ knocks }) =>
    all(knocks.hostile, 30, (answer: string) => answer === 'refused: refused'),
  'a call that is not text is refused': ({ knocks }) => same(knocks.notText, 'refused: refused'),
  'a call of millions of signs is refused': ({ knocks }) => same(knocks.tooLong, 'refused: refused'),
  'only the folder with the data can be opened': ({ folders, opened, userData }) => [
    ...same(opened, [userData]),
    ...all(
      [folders.outside, folders.climbing, folders.program],
      3,
      (answer: string) => answer === 'not a folder of the app',
    ),
  ],
  'a folder is chosen in a window of the system, and nothing else can be': ({ chosenFolder }) => [
    ...same([chosenFolder.folder, chosenFolder.error], [null, null]),
    ...same(
      chosenFolder.asked.map(({ properties }: { properties: string[] }) => properties),
      [['openDirectory', 'createDirectory']],
    ),
  ],
  'nothing is opened in another program but a letter to an address': ({ external, mailRefusals }) => [
    ...same(external, ['mailto:ria@example.org?subject=Contributie&body=Beste%20Ria']),
    ...all(mailRefusals, 30, (answer: string | null) => answer === 'not a draft with addresses'),
  ],
  'every item of the menu has words of ours': ({ menus }) => {
    const items = (menu: Item[]): Item[] => menu.flatMap((item) => [item, ...items(item.submenu ?? [])])
    return all(items(menus[0]), 30, (item: Item) => item.type === 'separator' || Boolean(item.label))
  },
  'the menu speaks Dutch, and English once that is chosen': ({ menus }) => [
    ...same(titles(menus[0]), ['Bestand', 'Bewerken', 'Beeld', 'Ga naar', 'Hulp']),
    ...same(titles(menus[1]), ['File', 'Edit', 'View', 'Go to', 'Help']),
    ...same(menus[0].flatMap(roles), menus[1].flatMap(roles)),
  ],
  'the menu, the size of the text, printing and events reach the window': ({
    wentTo,
    zoom,
    events,
    prints,
    printDialog,
  }) => [
    ...same(wentTo, ['buurtboek:event', '{"topic":"goTo","path":"/mensen"}']),
    ...same(zoom, 1.5),
    ...same(events.at(-1), ['buurtboek:event', '{"topic":"changed","tables":["person"]}']),
    ...same(prints, [{ printBackground: false, pageSize: 'A4' }]),
    ...same(printDialog.message, 'Printing did not work.'),
  ],
  'a second start shows the first window': ({ secondInstance }) => same(secondInstance, ['restore', 'focus']),
  'a window that crashed is shown again, but not for ever': ({ loadsAfter }) =>
    same(loadsAfter, { afterCleanExit: 0, afterCrash: 1, afterCrashAtOnce: 1 }),
  'the book is closed before the app ends': ({ exits, closedFirst }) => [
    ...same(exits, [0]),
    ...same(closedFirst, true),
  ],
  'the preload is one file that needs only electron': ({ preload, preloadFacts }) => [
    ...same(preload, path.join('preload', 'index.cjs')),
    ...same(preloadFacts.required, ['electron']),
  ],
  'the page gets two functions, and never the event object': ({ preloadFacts }) => [
    ...same(preloadFacts.worlds, ['buurtboek']),
    ...same(preloadFacts.keys, ['call', 'onEvent']),
    ...same(preloadFacts.heard, [['one']]),
  ],
}

const titles = (menu: Item[]) => menu.map((item) => item.label?.replace('&', ''))
const roles = (item: Item): (string | undefined)[] => [item.role, ...(item.submenu ?? []).flatMap(roles)]

export const brokenRules = (facts: Facts): string[] =>
  Object.entries(shellRules).flatMap(([rule, check]) => check(facts).map((problem) => `${rule}: ${problem}`))

/** The page is also opened at `/mensen/3f2a`: an address that starts where the page is would lead nowhere there. */
export function looseAddresses(out: string): string[] {
  const page = readFileSync(path.join(out, 'renderer/index.html'), 'utf8')
  const found = [...page.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address)
  return found.length === 0 ? ['no addresses at all'] : found.filter((address) => !/^(?:\/(?!\/)|data:)/.test(address))
}

/** The built page must hold no code or style of its own: the Content-Security-Policy would refuse it. */
export function inlineCode(out: string): string[] {
  const file = path.join(out, 'renderer/index.html')
  if (!existsSync(file)) return ['the window is not built']
  const page = readFileSync(file, 'utf8')
  return [...page.matchAll(/<script(?![^>]*\ssrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=|javascript:/gi)].map(
    ([found]) => found,
  )
}
