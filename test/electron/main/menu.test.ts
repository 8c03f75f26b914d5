import { describe, expect, it, vi } from 'vitest'
import { menuTemplate } from '../../../electron/main/menu.ts'
import { isScreen, screens } from '../../../electron/main/screens.ts'
import { wordsFor } from '../../../electron/main/words.ts'
import { paths } from '../../../renderer/app/paths.ts'

vi.mock('electron', () => ({ Menu: {} }))

const actions = { goTo: vi.fn(), print: vi.fn(), showFolder: vi.fn(), zoom: vi.fn(), about: vi.fn(), quit: vi.fn() }

interface Item {
  label?: string
  role?: string
  type?: string
  accelerator?: string
  submenu?: Item[]
  click?: () => void
}

// The template is plain objects; Electron's own type also allows a ready-made menu as submenu, which we never use.
const menu = (platform: NodeJS.Platform, language = 'nl') =>
  menuTemplate(wordsFor(language), actions, platform) as unknown as Item[]
const allItems = (items: Item[]): Item[] => items.flatMap((item) => [item, ...allItems(item.submenu ?? [])])

describe.each(['linux', 'win32', 'darwin'] as const)('the menu on %s', (platform) => {
  it.each(['nl', 'en'])('has words for every item (%s)', (language) => {
    const items = allItems(menu(platform, language)).filter((item) => item.type !== 'separator')
    expect(items.length).toBeGreaterThan(25)
    for (const item of items) expect(item.label).toMatch(/\S/)
  })

  it('gives no key twice', () => {
    const keys = allItems(menu(platform)).flatMap((item) => item.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('gives no letter twice within one menu', () => {
    for (const { submenu = [] } of [{ submenu: menu(platform) }, ...menu(platform)]) {
      const letters = submenu
        .filter((item) => !('visible' in item))
        .flatMap((item) => /&(.)/.exec(item.label ?? '')?.[1]?.toLowerCase() ?? [])
      expect(new Set(letters).size, letters.join('')).toBe(letters.length)
    }
  })

  it('goes to every screen', () => {
    actions.goTo.mockClear()
    const go = menu(platform).find((item) => item.label?.replace('&', '') === 'Ga naar')
    for (const item of go?.submenu ?? []) item.click?.()
    expect(actions.goTo.mock.calls.flat()).toEqual([
      '/',
      '/mensen',
      '/binnenbuurten',
      '/contributie',
      '/bijeenkomsten',
      '/geschiedenis',
      '/prullenbak',
      '/instellingen/reservekopieen',
      '/instellingen',
    ])
  })
})

it('leads to screens that there are', () => {
  const known = Object.values(paths).filter((address) => typeof address === 'string')
  expect(known).toEqual(expect.arrayContaining(Object.values(screens)))
})

it('knows the address of every screen', () => {
  // What is asked behind it is not a part of it.
  const known = Object.values(paths).flatMap((address) =>
    typeof address === 'string' ? (address.split('?')[0] ?? '') : [],
  )
  for (const address of known) expect(isScreen(address), address).toBe(true)
  for (const address of ['/mensen/0195-ab', '/koppels/koppel/0195-ab', '/contributie/incasso/0195-ab/aankondiging'])
    expect(isScreen(address)).toBe(true)
  for (const other of [
    '/etc',
    '/etc/passwd',
    '/mensen/',
    '/mensen/a/b/c/d',
    '/mensen/..',
    '/mensen/../a',
    '//mensen',
    '',
    '/Mensen',
  ]) {
    expect(isScreen(other)).toBe(false)
  }
})

it('begins with the app itself on a Mac, without marks for letters', () => {
  const mac = menu('darwin')
  expect(mac[0]?.label).toBe('Buurtboek')
  expect(allItems(mac).every((item) => !item.label?.includes('&'))).toBe(true)
})
