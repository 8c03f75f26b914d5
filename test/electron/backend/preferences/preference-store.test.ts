import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPreferenceStore } from '../../../../electron/backend/preferences/preference-store.ts'
import { openTestBackend } from '../../../support/test-backend.ts'

let folder: string
let file: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'buurtboek-preferences-'))
  file = join(folder, 'preferences.json')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const open = () => createPreferenceStore(file, () => new Date('2026-11-23T12:00:00Z'), '1.2.0')

describe('preferences', () => {
  it('begin without a language, so that it is asked', async () => {
    const store = await open()
    expect(store.get()).toEqual({
      language: null,
      textSize: 100,
      theme: 'system',
      userName: '',
      bookCertain: false,
      newsRead: '1.2.0',
    })
    expect(store.notice).toBeNull()
  })

  it('are there again at the next start, with the same name for this computer', async () => {
    const store = await open()
    await store.set({ language: 'nl', textSize: 150 })
    await store.setActiveBook('demo')
    const next = await open()
    expect(next.get()).toEqual({
      language: 'nl',
      textSize: 150,
      theme: 'system',
      userName: '',
      bookCertain: false,
      newsRead: '1.2.0',
    })
    expect([next.activeBook(), next.device]).toEqual(['demo', store.device])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('that two windows choose at once are both kept, also on the disk', async () => {
    const store = await open()
    await Promise.all([store.set({ textSize: 150 }), store.set({ language: 'nl' }), store.setActiveBook('demo')])
    const kept = { language: 'nl', textSize: 150, theme: 'system', userName: '', bookCertain: false, newsRead: '1.2.0' }
    expect([store.get(), store.activeBook()]).toEqual([kept, 'demo'])
    const next = await open()
    expect([next.get(), next.activeBook()]).toEqual([kept, 'demo'])
  })

  it('of a version that asked less are kept, with what is usual for the rest', async () => {
    const kept = { language: 'nl', textSize: 100, theme: 'dark', userName: '' }
    await writeFile(file, JSON.stringify({ version: 1, device: 'a', activeBook: 'own', preferences: kept }))
    const store = await open()
    expect([store.notice, store.get()]).toEqual([null, { ...kept, bookCertain: false, newsRead: '' }])
  })

  it('keep their name for this computer also when nothing was chosen', async () => {
    expect((await open()).device).toBe((await open()).device)
  })

  it.each([
    ['half a file', '{"version":1,"dev'],
    ['something else', '[1,2,3]'],
    [
      'a value out of range',
      '{"version":1,"device":"a","activeBook":"own","preferences":{"language":"nl","textSize":9000,"theme":"dark","userName":""}}',
    ],
    [
      'an unknown key',
      '{"version":1,"device":"a","activeBook":"own","evil":1,"preferences":{"language":"nl","textSize":100,"theme":"dark","userName":""}}',
    ],
    ['nothing', ''],
  ])('that are broken (%s) are kept aside, replaced and told', async (_what, text) => {
    await writeFile(file, text)
    const store = await open()
    expect([store.notice, store.keptAs]).toEqual(['unreadable', 'preferences.json.onleesbaar-20261123-120000'])
    expect(store.get().textSize).toBe(100)
    expect(await readFile(join(folder, store.keptAs ?? ''), 'utf8')).toBe(text)
  })

  it('that cannot be put aside either stay as they are, and keep the app from nothing', async () => {
    await writeFile(file, '{"version":1,"dev')
    // In the way of the name they would get, as a virus scanner or a folder that cannot be written to would be.
    await mkdir(join(folder, 'preferences.json.onleesbaar-20261123-120000', 'in the way'), { recursive: true })
    const store = await open()
    expect([store.notice, store.keptAs, store.get().textSize]).toEqual([null, null, 100])
    expect(await readFile(file, 'utf8')).toBe('{"version":1,"dev')
  })

  it('of a newer version are kept aside as they are', async () => {
    const text = '{"version":2,"device":"a","voice":"low"}'
    await writeFile(file, text)
    const store = await open()
    expect([store.notice, store.keptAs]).toEqual(['newer', 'preferences.json.nieuwer-20261123-120000'])
    expect(await readFile(join(folder, store.keptAs ?? ''), 'utf8')).toBe(text)
  })

  it('never keep the app from starting, not even as a folder of that name', async () => {
    await rm(file, { force: true })
    await mkdir(file)
    const store = await open()
    expect(store.notice).toBe('unreadable')
    expect(await readdir(folder)).toContain('preferences.json')
  })
})

describe('preferences through the contract', () => {
  it('change only what is given, and tell the shell of size and language', async () => {
    const told: string[] = []
    const test = await openTestBackend({
      dataFolder: folder,
      book: 'none',
      capabilities: {
        shell: 'desktop',
        setZoom: async (percent) => void told.push(`zoom ${percent}`),
        languageChanged: async (language) => void told.push(language),
      },
    })
    await test.api.preferences.set({ language: 'en', userName: '  Fatma ' })
    await test.api.preferences.set({ textSize: 125 })
    expect(await test.api.preferences.get({})).toEqual({
      language: 'en',
      textSize: 125,
      theme: 'system',
      userName: 'Fatma',
      bookCertain: false,
      newsRead: '0.1.0',
      hasNews: false,
      notice: null,
      keptAs: null,
    })
    expect(told).toEqual(['en', 'zoom 125'])
    await expect(test.api.preferences.set({ textSize: 10 })).rejects.toMatchObject({ code: 'badInput' })
    await test.close()
  })

  it('say that there is news after an update, until it was read', async () => {
    const before = await open()
    await before.set({ newsRead: '0.0.9' })
    const test = await openTestBackend({ dataFolder: folder, book: 'none' })
    expect((await test.api.preferences.get({})).hasNews).toBe(true)
    await test.api.preferences.set({ newsRead: '0.1.0' })
    expect((await test.api.preferences.get({})).hasNews).toBe(false)
    await test.close()
  })
})
