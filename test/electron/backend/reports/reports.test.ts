import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reportList } from '../../../../electron/backend/reports/report-list.ts'
import en from '../../../../resources/locales/en/reports.json' with { type: 'json' }
import nl from '../../../../resources/locales/nl/reports.json' with { type: 'json' }
import { moduleCodes } from '../../../../shared/domain/modules.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'

const year = { from: '2026-01-01', until: '2026-12-31' }

let book: TestBackend
beforeEach(async () => {
  book = await openTestBackend()
})
afterEach(() => book.close())

const offered = async () => (await book.api.reports.list({})).map(({ code }) => code)

describe('reports', () => {
  it('are those of what the book keeps', async () => {
    const ofModule = reportList.filter(({ module }) => module !== null && module !== 'dues').map(({ code }) => code)
    expect(await offered()).toContain('dues_months')
    for (const code of ofModule) expect(await offered()).not.toContain(code)
    await book.api.books.useModules({ preset: null, modules: [...moduleCodes] })
    expect(await offered()).toEqual(expect.arrayContaining(ofModule))
  })

  it('of a part that is off say which part that is', async () => {
    for (const { code, module } of reportList) {
      const { part } = await book.api.reports.partOff({ report: code })
      expect(part).toBe(module === 'dues' ? null : module)
    }
    await book.api.books.useModules({ preset: null, modules: [...moduleCodes] })
    for (const { code } of reportList) expect(await book.api.reports.partOff({ report: code })).toEqual({ part: null })
  })

  it('have a title, a line about them and all their words in both languages', async () => {
    for (const { code } of reportList) {
      const { page } = await book.api.reports.get({ report: code, ...year })
      const words = JSON.stringify(page).matchAll(/"(?:label|heading|word)":"([^"]+)"|"columns":\[([^\]]*)\]/g)
      const used = [...words].flatMap(([, one, several]) => (one ? [one] : (several?.match(/[^",]+/g) ?? [])))
      for (const locale of [nl, en]) {
        expect(Object.keys(locale.titles)).toContain(code)
        expect(Object.keys(locale.about)).toContain(code)
        expect(Object.keys(locale.words)).toEqual(expect.arrayContaining(used))
      }
    }
  })

  it('have codes that an address can hold', () => {
    for (const { code } of reportList) expect(code).toMatch(/^[a-z]+(_[a-z0-9]+)*$/)
  })

  it('of an unknown kind, or with days the wrong way round, are refused', async () => {
    await expect(book.api.reports.get({ report: 'secrets', ...year })).rejects.toMatchObject({ code: 'notFound' })
    await expect(
      book.api.reports.get({ report: 'dues_months', from: '2026-02-01', until: '2026-01-01' }),
    ).rejects.toMatchObject({ code: 'badInput', details: { field: 'until' } })
  })
})
