import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { en } from '../../../renderer/i18n/en.ts'
import { nl } from '../../../renderer/i18n/nl.ts'
import { errorCodes } from '../../../shared/contract/reply.ts'
import { actionKinds } from '../../../shared/domain/action-kind.ts'

type Words = { readonly [key: string]: string | Words }

/** The keys of all words with their text: `app.field.required`. */
function flatten(words: Words, path = ''): Map<string, string> {
  const flat = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(`${path}${key}`, value)
    else for (const [under, text] of flatten(value, `${path}${key}.`)) flat.set(under, text)
  }
  return flat
}

const slots = (text: string) => [...text.matchAll(/\{\{\s*([\w.]+).*?\}\}/g)].map((match) => match[1]).sort()
const wordsOfFile = (language: string, file: string): Words =>
  JSON.parse(readFileSync(new URL(`../../../resources/locales/${language}/${file}`, import.meta.url), 'utf8'))
const filesOf = (language: string) =>
  readdirSync(new URL(`../../../resources/locales/${language}/`, import.meta.url)).sort()

const dutch = flatten(nl)
const english = flatten(en)

test('every language has the same files, and the window knows them all', () => {
  expect(filesOf('en')).toEqual(filesOf('nl'))
  const areas = filesOf('nl').map((file) => file.replace('.json', ''))
  // The menu bar belongs to the desktop shell, letters and documents are written by the backend and help is opened now and then: they
  // read their own files.
  const elsewhere = ['documents', 'helpPages', 'letters', 'menu']
  expect(Object.keys(nl).sort()).toEqual(areas.filter((area) => !elsewhere.includes(area)).sort())
})

describe.each(filesOf('nl'))('%s', (file) => {
  const a = flatten(wordsOfFile('nl', file))
  const b = flatten(wordsOfFile('en', file))

  test('Dutch and English have the same keys', () => {
    expect([...b.keys()].sort()).toEqual([...a.keys()].sort())
  })

  test('what is filled in is filled in in both', () => {
    const different = [...a].filter(([key, text]) => String(slots(text)) !== String(slots(b.get(key) ?? '')))
    expect(different.map(([key]) => key)).toEqual([])
  })
})

test.each(errorCodes)('the error %s has words', (code) => {
  for (const words of [dutch, english]) expect(hasWords(words, `errors.${code}`)).toBe(true)
})

test.each(actionKinds)('the action %s has a sentence', (kind) => {
  for (const words of [dutch, english]) expect(hasWords(words, `history.actions.${kind}`)).toBe(true)
})

test('no words are kept for errors and actions that do not exist', () => {
  const base = (key: string) => key.replace(/_(one|other)$/, '')
  const codes: readonly string[] = errorCodes
  const kinds: readonly string[] = actionKinds
  expect(Object.keys(nl.errors).filter((key) => !codes.includes(base(key)))).toEqual([])
  expect(Object.keys(nl.history.actions).filter((key) => !kinds.includes(base(key)))).toEqual([])
})

test('nobody is told "OK", and no sentence shouts', () => {
  const all = [...dutch, ...english]
  expect(all.filter(([, text]) => /\bOK\b/i.test(text) || text.includes('!'))).toEqual([])
})

/** A plural has words as `key_one` and `key_other`. */
function hasWords(words: ReadonlyMap<string, string>, key: string): boolean {
  return words.has(key) || (words.has(`${key}_one`) && words.has(`${key}_other`))
}

test('English says one thing in one word, and that word is English', () => {
  const all = [
    ...english,
    ...['documents.json', 'helpPages.json', 'letters.json'].flatMap((file) => [...flatten(wordsOfFile('en', file))]),
  ]
  expect(all.filter(([, text]) => /binnenbuurt|intervision|passphrase/i.test(text))).toEqual([])
  // The part that the menu calls Care.
  expect(english.get('app.nav.care')).toBe(english.get('care.title'))
  expect(
    all.filter(([, text]) => /\b(?:under|open|what) Attention\b|\bAttention (?:is|holds|shuts)\b/.test(text)),
  ).toEqual([])
})
