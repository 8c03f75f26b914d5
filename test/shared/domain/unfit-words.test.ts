import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { findUnfitWords, type UnfitWords } from '../../../shared/domain/unfit-words.ts'

const listOf = (language: string): UnfitWords =>
  JSON.parse(readFileSync(new URL(`../../../resources/care-words/${language}.json`, import.meta.url), 'utf8'))
const lists = [listOf('nl'), listOf('en')]
const themesIn = (text: string) => findUnfitWords(text, lists).map(({ theme }) => theme)

it.each([
  ['Ze is depressief.', 'diagnosis'],
  ['Heeft DEMENTIE.', 'diagnosis'],
  ['Is moslim, eet geen varkensvlees.', 'religion'],
  ['Marokkaanse familie', 'origin'],
  ['hij is transgender', 'orientation'],
  ['wacht op een verblijfsvergunning', 'status'],
  ['echt een lastig mens', 'judgement'],
  ['She takes medication', 'diagnosis'],
])('points out "%s"', (text, theme) => expect(themesIn(text)).toContain(theme))

it.each([
  'Komt graag koffie drinken.',
  'Liever bellen dan langskomen',
  'De trap is lastig.',
  'Rasp een wortel',
  'Romans lezen',
  '',
])('leaves "%s" alone', (text) => expect(themesIn(text)).toEqual([]))

it('names each word once, as it was written', () => {
  expect(findUnfitWords('Depressief, en nog eens depressief', lists)).toEqual([
    { theme: 'diagnosis', word: 'Depressief' },
  ])
})

it('has the same themes in both languages', () => {
  expect(Object.keys(lists[1] ?? {}).sort()).toEqual(Object.keys(lists[0] ?? {}).sort())
})
