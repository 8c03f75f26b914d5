import { expect, test } from 'vitest'
import { defaultDataFolder } from '../../../electron/host/data-folder.ts'

test.each([
  ['linux', {}, '/h/.config/Buurtboek'],
  ['linux', { XDG_CONFIG_HOME: '/conf' }, '/conf/Buurtboek'],
  ['linux', { XDG_CONFIG_HOME: '' }, '/h/.config/Buurtboek'],
  ['darwin', {}, '/h/Library/Application Support/Buurtboek'],
] as const)('on %s with %o the book lies in %s, as for the desktop app', (platform, env, folder) => {
  expect(defaultDataFolder(platform, env, '/h')).toBe(folder)
})
