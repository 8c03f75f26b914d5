// Only some of the Dutch words come with the window. What is drawn before the rest is there must use no others.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { nl } from '../../../renderer/i18n/nl.ts'
import { nlFirst } from '../../../renderer/i18n/nl-first.ts'
import { nlLater } from '../../../renderer/i18n/nl-later.ts'

const renderer = path.resolve(import.meta.dirname, '../../../renderer')

/** The window's script and everything that comes with it: what is imported for more than its types, and not fetched later. */
function firstSources(): Map<string, string> {
  const seen = new Map<string, string>()
  const queue = [path.join(renderer, 'main.tsx')]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file) || !/\.tsx?$/.test(file) || !file.startsWith(renderer)) continue
    const source = readFileSync(file, 'utf8')
    seen.set(file, source)
    for (const [, typeOnly, to] of source.matchAll(/^(?:import|export)\s+(type\s)?[^;']*?from '(\.[^']+)'/gm))
      if (!typeOnly && to) queue.push(path.resolve(path.dirname(file), to))
  }
  return seen
}

function areasUsed(): string[] {
  const sources = [...firstSources()].filter(([file]) => !file.includes('/i18n/')).map(([, source]) => source)
  return Object.keys(nl).filter((area) => sources.some((source) => new RegExp(`['"\`]${area}\\.[\\w$]`).test(source)))
}

test('the screens that come with the window use only words that come with it', () => {
  expect(firstSources().size).toBeGreaterThan(50)
  expect(Object.keys(nlFirst)).toEqual(expect.arrayContaining(areasUsed()))
})

test('no area of words stands in both scripts, and none in neither', () => {
  expect(Object.keys(nlFirst).filter((area) => area in nlLater)).toEqual([])
  expect(new Set([...Object.keys(nlFirst), ...Object.keys(nlLater)])).toEqual(new Set(Object.keys(nl)))
})
