import { expect, test } from 'vitest'
import {
  divideWays,
  emptyFields,
  mailText,
  writeLetterTo,
} from '../../../../electron/backend/documents/letter-parties.ts'
import type { PaperPerson } from '../../../../electron/backend/documents/paper-people.ts'
import type { LetterWish } from '../../../../shared/contract/documents.ts'
import { unknownFields } from '../../../../shared/domain/letter-fields.ts'

let count = 0
function aReader(values: Partial<PaperPerson> = {}): PaperPerson {
  count += 1
  return {
    id: `person-${count}`,
    name: 'Ria van den Berg',
    lastFirst: 'Berg, Ria van den',
    given: 'Ria',
    family: 'van den Berg',
    householdId: `household-${count}`,
    street: 'Kastanjehof 12',
    postcode: '1234 AB',
    city: 'Oosterweide',
    addressLines: ['Kastanjehof 12', '1234 AB  Oosterweide'],
    phones: [],
    email: 'ria@buurt.example',
    preferredContact: null,
    languages: null,
    groups: [{ id: 'kastanjehof', name: 'Kastanjehof' }],
    roles: [],
    ...values,
  }
}

const letter: LetterWish = {
  document: 'letters',
  language: 'nl',
  who: { neighbourhood: null, kind: 'now', personId: null },
  ownLanguage: false,
  perHousehold: false,
  sender: '',
  subject: 'Borrel in {binnenbuurt}',
  text: 'Dag {voornaam} van {adres}.\n\nBel {contactpersoon}.',
  signature: 'Wim\nvoorzitter',
  way: 'mail',
  otherWay: [],
  translations: [],
}
const setting = { association: 'Stadsdorp', day: '2026-12-03', contactsOf: () => ['Wim de Groot'] }

const waysOf = (people: readonly PaperPerson[], wish: Partial<LetterWish> = {}, noMail: readonly string[] = []) =>
  divideWays(people, { ...letter, ...wish }, new Set(noMail)).map(({ way }) => way)

test('goes by e-mail to who has it, and on paper to who has none or would rather have a letter', () => {
  const people = [aReader(), aReader({ email: null }), aReader({ preferredContact: 'brief' })]
  expect(waysOf(people)).toEqual(['mail', 'paper', 'paper'])
  expect(waysOf(people, { way: 'paper' })).toEqual(['paper', 'paper', 'paper'])
})

test('sends no e-mail to who said no to that', () => {
  const person = aReader()
  expect(waysOf([person], {}, [person.id])).toEqual(['paper'])
})

test('is turned around for one person, where that can be', () => {
  const [reader, offline] = [aReader(), aReader({ email: null })]
  const otherWay = [reader.id, offline.id]
  expect(waysOf([reader, offline], { otherWay })).toEqual(['paper', 'paper'])
  expect(waysOf([reader, offline], { way: 'paper', otherWay })).toEqual(['mail', 'paper'])
})

test('leaves nobody out who can be reached in one way, and says who cannot', () => {
  const nowhere = aReader({ email: null, addressLines: [] })
  expect(waysOf([aReader({ addressLines: [] }), nowhere], { way: 'paper' })).toEqual(['mail', 'none'])
})

test('goes to a household once, in the name of all of them', () => {
  const home = { householdId: 'home' }
  const people = [
    aReader({ ...home, email: null }),
    aReader(),
    aReader({ ...home, given: 'Wim', name: 'Wim van den Berg', email: 'wim@buurt.example' }),
  ]
  const parties = divideWays(people, { ...letter, perHousehold: true })
  expect(parties.map(({ names, way }) => [names, way])).toEqual([
    ['Ria en Wim van den Berg', 'mail'],
    ['Ria van den Berg', 'mail'],
  ])
  const [party] = parties
  expect(party && writeLetterTo(party, letter, setting).greeting).toBe('Beste Ria en Wim,')
})

test('fills the fields, and greets in the language of the reader where that is wished', () => {
  const [party] = divideWays([aReader({ languages: 'Arabisch, Nederlands' })], letter)
  if (!party) throw new Error('nobody')
  expect(mailText(writeLetterTo(party, letter, setting))).toBe(
    'Beste Ria,\n\nDag Ria van Kastanjehof 12.\n\nBel Wim de Groot.\n\nMet vriendelijke groet,\nWim\nvoorzitter',
  )
  const own = writeLetterTo(party, { ...letter, ownLanguage: true }, setting)
  expect(own).toMatchObject({ language: 'ar', greeting: 'عزيزنا Ria،', subject: 'Borrel in Kastanjehof' })
  expect(own.paragraphs[0]).toBe('Dag Ria van Kastanjehof 12.')
})

test('says in the language of the reader what was written in it too, and all of its fixed words', () => {
  const translations = [{ language: 'uk', subject: '', text: 'Вітаємо, {voornaam}, {datum}!' }] as const
  const wish: LetterWish = { ...letter, translations: [...translations, { language: 'ar', subject: 'x', text: '' }] }
  const lettersTo = (languages: readonly (string | null)[]) =>
    divideWays(
      languages.map((own) => aReader({ languages: own })),
      wish,
    ).map((party) => writeLetterTo(party, wish, setting))
  const [ukrainian, none, arabic] = lettersTo(['Oekraïens', null, 'Arabisch'])
  expect(ukrainian).toMatchObject({
    language: 'uk',
    textLanguage: 'uk',
    dated: '3 грудня 2026 р.',
    subject: 'Borrel in Kastanjehof',
    paragraphs: ['Вітаємо, Ria, 3 грудня 2026 р.!'],
  })
  expect(ukrainian?.greeting).not.toContain('Beste')
  // Nobody gets an empty letter because a text was begun and not written.
  for (const other of [none, arabic])
    expect(other).toMatchObject({
      language: 'nl',
      textLanguage: 'nl',
      dated: '3 december 2026',
      greeting: 'Beste Ria,',
    })
})

test('names a field that does not exist, and says where one stays empty', () => {
  expect(unknownFields('Dag {voornam}, {Naam} en {voornam} {}')).toEqual(['voornam'])
  expect(unknownFields('Hello {First name} of {neighbourhood}, {surname}')).toEqual(['surname'])
  const parties = divideWays([aReader(), aReader({ groups: [] })], letter)
  expect(emptyFields(parties, letter, setting)).toEqual([
    { kind: 'emptyField', count: 1, field: 'binnenbuurt' },
    { kind: 'emptyField', count: 1, field: 'contactpersoon' },
  ])
})
