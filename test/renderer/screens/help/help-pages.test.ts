// Every screen has its page of help, every page its words in both languages, and what a page quotes from the screen is there.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { en } from '../../../../renderer/i18n/en.ts'
import { type HelpCode, type HelpPageWords, type HelpWords, helpWords } from '../../../../renderer/i18n/help-words.ts'
import { nl } from '../../../../renderer/i18n/nl.ts'
import {
  helpGroups,
  helpPageAt,
  helpPageOf,
  helpPages,
  isListed,
} from '../../../../renderer/screens/help/help-pages.ts'
import { namesInText } from '../../../../renderer/screens/help/names-in-text.ts'
import { moduleCodes } from '../../../../shared/domain/modules.ts'

const words = { nl: await helpWords('nl'), en: await helpWords('en') }

/** The addresses of all screens, with a made-up id for a record. */
const addresses = [...readSource('renderer/app/routes.tsx').matchAll(/path: '([^']+)'/g)]
  .map(([, path]) => (path ?? '').replaceAll(/:\w+/g, 'a1'))
  .filter((address) => !address.startsWith('/hulp'))

function readSource(file: string): string {
  return readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8')
}

test('every screen has a page of help', () => {
  expect(addresses.length).toBeGreaterThan(50)
  expect(addresses.filter((address) => !helpPageAt(address))).toEqual([])
})

test('the page is the one that names the screen most exactly', () => {
  const codeAt = (address: string) => helpPageAt(address)?.code
  expect(['/', '/mensen', '/mensen/a1', '/bijeenkomsten/reeksen/a1'].map(codeAt)).toEqual([
    'overview',
    'people',
    'person',
    'series',
  ])
  expect(['/contributie', '/contributie/incasso/a1/aankondiging', '/koppels/gesloten/a1'].map(codeAt)).toEqual([
    'dues',
    'directDebit',
    'sealedPairs',
  ])
  // The overview is at the top of every address and explains only itself; a word that begins like a screen is no screen.
  expect(['/elders', '/mensenwerk'].map(codeAt)).toEqual([undefined, undefined])
})

test('every address that a page names is of a screen', () => {
  const named = helpPages.flatMap(({ screens }) => screens.map((screen) => screen.replace('/*', '/a1')))
  expect(
    named.filter((screen) => !addresses.some((address) => address === screen || address.startsWith(`${screen}/`))),
  ).toEqual([])
})

test('pages and words belong together, one to one', () => {
  const codes = helpPages.map(({ code }) => code)
  expect(new Set(codes).size).toBe(codes.length)
  expect(new Set(helpPages.map(({ slug }) => slug)).size).toBe(codes.length)
  for (const language of [words.nl, words.en]) expect(Object.keys(language).sort()).toEqual([...codes].sort())
  for (const { also = [] } of helpPages) expect(also.filter((code) => !helpPageOf(code))).toEqual([])
})

test('nothing is listed of what a book does not keep, and all of it in a book that keeps everything', () => {
  const bare = { modules: [], duesEnabled: false }
  const listed = helpPages.filter((page) => isListed(page, bare)).map(({ code }) => code)
  expect(listed).toContain('plan')
  expect(listed.filter((code) => ['care', 'dues', 'bank', 'pairs', 'workingGroup'].includes(code))).toEqual([])
  const whole = { modules: moduleCodes, duesEnabled: true }
  expect(helpPages.filter((page) => !isListed(page, whole))).toEqual([])
  for (const group of helpGroups) expect(helpPages.some((page) => page.group === group)).toBe(true)
})

describe.each(helpPages.map((page) => [page.code, page] as const))('%s', (code, page) => {
  test.each(['nl', 'en'] as const)('has words for every drawing, and steps that can be followed (%s)', (language) => {
    const { title, lead, picture, steps, know } = words[language][code]
    expect([title, lead, ...picture, ...steps, ...know].filter((text) => text.trim() === '')).toEqual([])
    expect(picture).toHaveLength(page.drawings.length)
    expect(steps.length).toBeGreaterThanOrEqual(3)
    expect(steps.length).toBeLessThanOrEqual(5)
    expect(know.length).toBeGreaterThanOrEqual(1)
  })

  test('quotes names that are on the screen, the same in both languages', () => {
    expect(namesOf(words.nl[code])).toEqual(namesOf(words.en[code]))
    for (const [language, all] of [
      ['nl', nl],
      ['en', en],
    ] as const)
      expect(namesOf(words[language][code]).filter((key) => !isName(wordAt(all, key)))).toEqual([])
  })

  test('is written in short sentences that do not shout', () => {
    const texts = textsOf(words.nl[code]).flatMap((text) => text.split(/(?<=[.?:;]) /))
    // Names of the screen count as one word.
    expect(texts.filter((sentence) => sentence.split(' ').length > 22)).toEqual([])
    for (const language of [words.nl, words.en])
      expect(textsOf(language[code]).filter((text) => /!|\bOK\b|\bu moet\b/i.test(text))).toEqual([])
  })
})

test.each([
  ['nl', nl, words.nl],
  ['en', en, words.en],
] as const)(
  'a name of more words that is on the screen is quoted by its key, not typed (%s)',
  (_language, all, help) => {
    expect(typedNames(help, verbsOf(all))).toEqual([])
  },
)

test('a quoted name is drawn by some screen, not only kept among the words', () => {
  const quoted = new Set(helpPages.flatMap(({ code }) => namesOf(words.nl[code])))
  expect(quoted.size).toBeGreaterThan(150)
  expect([...quoted].filter((key) => !isDrawn(key))).toEqual([])
  expect(isDrawn('rights.purposes.title')).toBe(false)
})

test('a typed name and a name that is gone are seen (control)', () => {
  const stale: HelpPageWords = {
    title: 'T',
    lead: 'Kies Iemand toevoegen.',
    picture: [],
    steps: ['Kies [members.gone].'],
    know: [],
  }
  expect(typedNames({ joins: stale }, verbsOf(nl))).toEqual(['Iemand toevoegen'])
  expect(namesOf(stale).filter((key) => !isName(wordAt(nl, key)))).toEqual(['members.gone'])
})

const root = new URL('../../../../', import.meta.url)
const screens = globSync('renderer/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\/(?:help|i18n)\//.test(file))
  .map((file) => readFileSync(new URL(file, root), 'utf8'))
  .join('\n')

/** As a whole, or with a code filled in: `roles.action.${verb}`. A title is never such a code. */
function isDrawn(key: string): boolean {
  const parts = key.split('.')
  const filledIn = parts.slice(1).map((part, at) => {
    const isLast = at === parts.length - 2
    return isLast && part === 'title' ? key : `${parts.slice(0, at + 1).join('.')}.\${`
  })
  return [key, ...filledIn].some((form) => screens.includes(form))
}

const textsOf = ({ title, lead, picture, steps, know }: HelpPageWords) => [title, lead, ...picture, ...steps, ...know]

function namesOf(page: HelpPageWords): string[] {
  return textsOf(page)
    .flatMap(namesInText)
    .flatMap((piece) => ('key' in piece ? [piece.key] : []))
    .sort()
}

type Words = { readonly [key: string]: string | Words }

const wordAt = (all: Words, key: string) =>
  key.split('.').reduce<string | Words | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), all)

/** A name has no gaps that only the screen can fill. */
const isName = (word: string | Words | undefined) => typeof word === 'string' && !word.includes('{{')

/** What stands on buttons and over sections: two words or more, begun with a capital, not a sentence. */
function verbsOf(words: Words): string[] {
  return Object.values(words).flatMap((value) => {
    if (typeof value !== 'string') return verbsOf(value)
    return /^\p{Lu}[^.?!:{]+ [^.?!:{]+$/u.test(value) ? [value] : []
  })
}

/** Names in running text, after its first word: there a capital is a name. */
function typedNames(
  help: Partial<HelpWords> & Partial<Record<HelpCode, HelpPageWords>>,
  names: readonly string[],
): string[] {
  const texts = Object.values(help).flatMap(({ lead, steps, know }) => [lead, ...steps, ...know])
  const running = texts.flatMap((text) => text.split(/(?<=[.?:;]) /)).map((sentence) => sentence.slice(1))
  return [...new Set(names)].filter((name) => running.some((sentence) => sentence.includes(name)))
}
