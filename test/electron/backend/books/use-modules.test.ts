import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { moduleCodes } from '../../../../shared/domain/modules.ts'
import { presetCodes, presets } from '../../../../shared/domain/presets.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend()
})
afterEach(() => book.close())

const modules = async () => (await book.api.books.settings({})).modules

describe('what a book keeps', () => {
  it('is nothing beside the usual until somebody chooses', async () => {
    expect(await book.api.books.settings({})).toMatchObject({ preset: null, modules: [] })
  })

  it('is what was chosen, and can be chosen again', async () => {
    await book.api.books.useModules({ preset: 'looking_after', modules: ['care', 'help'] })
    expect(await book.api.books.settings({})).toMatchObject({ preset: 'looking_after', modules: ['care', 'help'] })
    await book.api.books.useModules({ preset: null, modules: ['help', 'ideas'] })
    expect(await book.api.books.settings({})).toMatchObject({ preset: null, modules: ['help', 'ideas'] })
  })

  it('goes back to what it was by one undo', async () => {
    await book.api.books.useModules({ preset: null, modules: ['care'] })
    await book.api.books.useModules({ preset: 'mentors', modules: ['pairs'] })
    const { actions } = await book.api.history.list({ limit: 1 })
    await book.api.history.undo({ actionId: actions[0]?.id ?? '' })
    expect(await modules()).toEqual(['care'])
    // What was never on before the action that is undone is off again, and can be chosen once more.
    await book.api.books.useModules({ preset: null, modules: ['pairs'] })
    expect(await modules()).toEqual(['pairs'])
  })

  it('stays while other settings are changed', async () => {
    await book.api.books.useModules({ preset: 'duos', modules: ['leaders'] })
    const { preset: _preset, modules: _modules, ...rules } = await book.api.books.settings({})
    await book.api.books.changeSettings({ ...rules, name: 'Andere naam' })
    expect(await book.api.books.settings({})).toMatchObject({
      name: 'Andere naam',
      preset: 'duos',
      modules: ['leaders'],
    })
  })
})

describe('a book that is made', () => {
  it('can be made by any of them: each names modules that there are, once', () => {
    for (const code of presetCodes) {
      const { modules } = presets[code]
      expect(new Set(modules).size).toBe(modules.length)
      expect(moduleCodes).toEqual(expect.arrayContaining([...modules]))
    }
  })

  it.each(['inner_circles', 'sealed_pairs'] as const)(
    'by the way of working %s keeps what that one begins with',
    async (preset) => {
      const fresh = await openTestBackend({ book: 'none' })
      const { modules: wanted, ...rules } = presets[preset]
      await fresh.api.books.create({
        name: 'Buurt',
        ...rules,
        accountingStart: rules.duesEnabled ? '2026-01-01' : null,
        preset,
        modules: [...wanted],
      })
      const settings = await fresh.api.books.settings({})
      await fresh.close()
      expect(settings).toMatchObject({ ...rules, preset })
      expect(new Set(settings.modules)).toEqual(new Set(wanted))
    },
  )
})
