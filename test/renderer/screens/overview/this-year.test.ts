import i18next from 'i18next'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { nl } from '../../../../renderer/i18n/nl.ts'
import { ThisYear } from '../../../../renderer/screens/overview/ThisYear.tsx'

type Overview = Parameters<typeof ThisYear>[0]['overview']

async function wordsOf(held: number, promised: number): Promise<string> {
  const i18n = i18next.createInstance()
  await i18n.init({ lng: 'nl', resources: { nl: { translation: nl } }, interpolation: { escapeValue: false } })
  const group = { neighbourhoodId: 'a', neighbourhoodName: 'Hof', held, promised }
  // Only what this part of the overview looks at.
  const overview = {
    today: '2026-11-27',
    attention: [],
    year: { groups: [group], count: 1, onSchedule: 1 },
  } as unknown as Overview
  const markup = renderToStaticMarkup(createElement(I18nextProvider, { i18n }, createElement(ThisYear, { overview })))
  return markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

test.each([
  [0, 3, '0 van de 3 bijeenkomsten ingevuld'],
  [0, 1, '0 bijeenkomsten ingevuld Afgesproken is er 1 voor dit jaar.'],
  [1, 1, '1 bijeenkomst ingevuld Afgesproken is er 1 voor dit jaar.'],
  [1, 0, '1 bijeenkomst ingevuld'],
])('of %i gatherings against %i it says: %s', async (held, promised, words) => {
  expect(await wordsOf(held, promised)).toBe(`Dit jaar ${words}`)
})
