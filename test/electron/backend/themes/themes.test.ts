import { afterEach, beforeEach, expect, it } from 'vitest'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

let book: NeighbourhoodBook
beforeEach(async () => {
  book = await openNeighbourhoodBook()
})
afterEach(() => book.close())

async function aGathering(theme: string | null) {
  const { id } = await book.api.gatherings.plan({
    ...plainGathering,
    groupId: null,
    day: '2026-11-23',
    title: 'Praattafel',
    theme,
  })
  return id
}

it('a theme waits until its gathering was held, and waits again when that is called off', async () => {
  const gatheringId = await aGathering(null)
  const { id } = await book.api.themes.ask({ theme: 'Zorgverzekering', seriesId: null })
  await book.api.themes.hold({ id, gatheringId })
  expect(await book.api.themes.list({})).toMatchObject({ open: [], askedCount: 1, heldCount: 0 })
  expect(await book.api.gatherings.detail({ id: gatheringId })).toMatchObject({
    theme: 'Zorgverzekering',
    themeAsked: true,
  })
  await book.api.gatherings.complete({ gatheringId })
  expect((await book.api.themes.list({})).heldCount).toBe(1)
  await book.api.gatherings.cancel({ id: gatheringId })
  expect((await book.api.themes.list({})).open.map((theme) => theme.id)).toEqual([id])
})

it('a gathering that has a theme of its own keeps it', async () => {
  const gatheringId = await aGathering('Fietsen')
  const { id } = await book.api.themes.ask({ theme: 'Verkeersregels', seriesId: null })
  await book.api.themes.hold({ id, gatheringId })
  expect((await book.api.gatherings.detail({ id: gatheringId })).theme).toBe('Fietsen')
})

it('a gathering gives the theme back when that goes elsewhere or nobody wants it any more', async () => {
  const [first, second] = [await aGathering(null), await aGathering('Fietsen')]
  const { id } = await book.api.themes.ask({ theme: 'Verkeersregels', seriesId: null })
  const themeOf = async (gatheringId: string) => {
    const { theme, themeAsked } = await book.api.gatherings.detail({ id: gatheringId })
    return [theme, themeAsked]
  }
  await book.api.themes.hold({ id, gatheringId: first })
  await book.api.themes.hold({ id, gatheringId: second })
  expect([await themeOf(first), await themeOf(second)]).toEqual([
    [null, false],
    ['Fietsen', true],
  ])
  const other = await book.api.themes.ask({ theme: 'Fietsen', seriesId: null })
  await book.api.themes.hold({ id: other.id, gatheringId: second })
  await book.api.themes.drop({ id })
  expect(await themeOf(second)).toEqual(['Fietsen', true])
  await book.api.themes.hold({ id: other.id, gatheringId: null })
  expect(await themeOf(second)).toEqual([null, false])
})
