// The desktop shell as it is built, run without Electron: see fake-electron.mjs.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Facts, runProbe } from './run-probe.ts'
import { inlineCode, looseAddresses, shellRules } from './shell-rules.ts'

const out = path.resolve(process.env.SHELL_OUT ?? 'out')

beforeAll(() => {
  if (!existsSync(path.join(out, 'main/index.js'))) throw new Error('build first: npm run build')
})

describe('the built shell', () => {
  let facts: Facts
  beforeAll(async () => {
    facts = await runProbe({ out })
  })

  it.each(Object.keys(shellRules))('%s', (rule) => {
    expect(shellRules[rule]?.(facts)).toEqual([])
  })

  it('has a page without code or style of its own', () => {
    expect(inlineCode(out)).toEqual([])
  })

  it('has a page that works at the address of every screen', () => {
    expect(looseAddresses(out)).toEqual([])
  })

  it('keeps the switches of the end-to-end tests in a checkout, where nothing is packaged', async () => {
    const { before } = await runProbe({ out, packaged: false })
    expect(before.removedSwitches).toEqual([])
  })

  it('does not start without the sandbox, and says why', async () => {
    const refused = await runProbe({ out, what: 'stopped', switches: ['no-sandbox'] })
    expect(refused.windows).toBe(0)
    expect(refused.dialogs).toHaveLength(1)
    expect(refused.dialogs[0].detail).toContain('deb-bestand')
    expect(refused.exits).toEqual([1])
    const allowed = await runProbe({ out, what: 'second', switches: ['no-sandbox'], packaged: false })
    expect(allowed.before.quits).toBe(0)
  })

  it('opens no window and ends when it is the second', async () => {
    const second = await runProbe({ out, what: 'second', lock: false })
    expect(second.windows).toBe(0)
    expect(second.before.quits).toBe(1)
  })

  it('speaks the chosen language from the first moment', async () => {
    const english = await runProbe({ out, what: 'journey', backend: 'echo', language: 'en' })
    expect(english.menu).toContain('&File')
  })
})

describe('a call through preload, door and backend', () => {
  let facts: Facts
  beforeAll(async () => {
    facts = await runProbe({ out, what: 'journey', backend: 'real' })
  })

  it('makes a book in a real file and reads it back', () => {
    expect(facts.first.value.state).toBe('none')
    expect(facts.created).toMatchObject({ ok: true, value: { state: 'open', book: { name: 'Proefbuurt' } } })
    expect(facts.settings).toMatchObject({ ok: true, value: { name: 'Proefbuurt' } })
    expect(facts.folder).toContain('boek.db')
    expect(facts.exits).toEqual([0])
  })

  it('tells the window what changed, as text and nothing else', () => {
    expect(facts.events.length).toBeGreaterThan(0)
    for (const heard of facts.events) expect(heard).toEqual([expect.stringMatching(/^\{"topic":/)])
  })

  it('answers what it does not know in a code, not in a crash', () => {
    expect(facts.unknown).toMatchObject({ ok: false, error: { code: 'unknownMethod' } })
  })

  it('sets the size of the text and the language of the menu', () => {
    expect(facts.language.ok).toBe(true)
    expect(facts.zoom).toBe(1.3)
    expect(facts.menu).toEqual(['&File', '&Edit', '&View', '&Go to', '&Help'])
  })

  it('takes a file in as a stream, and refuses one that is too big', () => {
    expect(facts.received).toMatchObject({ ok: true, value: { name: 'leden.csv', size: 29 } })
    expect(facts.tooBig).toMatchObject({ ok: false, error: { code: 'fileTooBig' } })
    expect(facts.gone).toBe(404)
  })

  it('has no updates without a feed, and never installs what is not ready', () => {
    expect(facts.updates).toMatchObject({ ok: true, value: { state: 'none', possible: false } })
    expect(facts.install).toMatchObject({ ok: false, error: { code: 'updateNotReady' } })
  })
})

describe('the updater in the built shell', () => {
  it('asks the feed only when told to, and says plainly that it could not', async () => {
    const feed = 'provider: generic\nurl: https://updates.example/buurtboek\nupdaterCacheDirName: buurtboek-updater\n'
    const facts = await runProbe({ out, what: 'updates', backend: 'real', feed })
    expect(facts.status).toMatchObject({ ok: true, value: { state: 'none', possible: true } })
    expect(facts.quiet).toBe(0)
    expect(facts.checked).toMatchObject({ ok: true, value: { state: 'failed' } })
    expect(facts.external).toEqual([])
    expect(facts.events).toContainEqual(['buurtboek:event', '{"topic":"updates"}'])
    if (process.platform !== 'linux') return
    expect(facts.requests).toHaveLength(1)
    expect(facts.requests[0]).toMatch(/^https:\/\/updates\.example\/buurtboek\/latest-linux/)
  })
})

describe('a backend that dies', () => {
  it('is started again, and what was under way is told so', async () => {
    const facts = await runProbe({ out, what: 'crash' })
    expect(facts.interrupted).toEqual({ ok: false, error: { code: 'backendRestarted', details: {} } })
    expect(facts.after.ok).toBe(true)
    // The first start and three more; then the user is told and the app ends.
    expect(facts.started).toBe(4)
    expect(facts.dialogs).toHaveLength(1)
    expect(facts.dialogs[0].title).toBe('Buurtboek kan niet verder')
    expect(facts.exits).toEqual([1])
  })

  it('is told to the user when it cannot even start', async () => {
    const facts = await runProbe({ out, what: 'stopped', backend: 'broken' })
    expect(facts.dialogs).toHaveLength(1)
    expect(facts.exits).toEqual([1])
  })
})
