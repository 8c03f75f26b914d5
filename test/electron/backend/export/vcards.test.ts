import { describe, expect, it } from 'vitest'
import { writeCalendar } from '../../../../electron/backend/export/write-calendar.ts'
import { type Card, writeVcards } from '../../../../electron/backend/export/write-vcards.ts'
import { partsOf, plainText, readContentLines } from '../../../support/read-content-lines.ts'

const card: Card = {
  id: '00000000-0000-7000-8000-000000000001',
  fullName: 'Fatma de Vries, "Fa"; \\ مريم',
  firstName: 'Fatma',
  infix: 'de',
  lastName: 'Vries; zus',
  called: null,
  phone: null,
  mobile: '+31610002241',
  email: 'fatma@voorbeeld.nl',
  address: { street: 'Kade 12, achter', postcode: '1011 AB', city: 'Amsterdam' },
  groups: ['Kastanjehof', 'Lijst, lang'],
}
const lineOf = (bytes: Uint8Array, name: string) => readContentLines(bytes).find((line) => line.name === name)

describe.each(['3.0', '4.0'] as const)('a card of version %s', (version) => {
  it('says the same when another reader reads it', () => {
    const bytes = writeVcards([card], version)
    expect(lineOf(bytes, 'VERSION')?.value).toBe(version)
    expect(plainText(lineOf(bytes, 'FN')?.value ?? '')).toBe(card.fullName)
    expect(partsOf(`${lineOf(bytes, 'N')?.value};`)).toEqual(['de Vries; zus', 'Fatma', '', '', ''])
    expect(partsOf(`${lineOf(bytes, 'ADR')?.value};`)).toEqual([
      '',
      '',
      'Kade 12, achter',
      'Amsterdam',
      '',
      '1011 AB',
      '',
    ])
    expect(lineOf(bytes, 'EMAIL')?.value).toBe('fatma@voorbeeld.nl')
    expect(lineOf(bytes, 'CATEGORIES')?.value).toBe('Kastanjehof,Lijst\\, lang')
  })

  it('holds a number that every telephone can dial', () => {
    const tel = lineOf(writeVcards([card], version), 'TEL')
    expect(tel?.value).toBe(version === '3.0' ? '+31610002241' : 'tel:+31610002241')
    expect(tel?.parameters.TYPE?.toLowerCase()).toBe('cell')
    expect(tel?.parameters.VALUE).toBe(version === '3.0' ? undefined : 'uri')
  })
})

it('several people are several cards, and lines are folded where bytes of a letter stay together', () => {
  const long = { ...card, fullName: 'مريم '.repeat(30).trim() }
  const lines = readContentLines(writeVcards([card, long], '4.0'))
  expect(lines.filter(({ name }) => name === 'BEGIN')).toHaveLength(2)
  expect(lines.filter(({ name }) => name === 'FN').map(({ value }) => plainText(value))).toEqual([
    card.fullName,
    long.fullName,
  ])
})

describe('a calendar', () => {
  const event = {
    id: 'g1',
    title: 'Soep; en brood, ja',
    day: '2026-12-12',
    startTime: '16:00',
    place: 'Bij Ria\nop de Kade',
    isCancelled: false,
  }

  it('has the point in time of a gathering, and a whole day where no time is known', () => {
    const bytes = writeCalendar(
      [event, { ...event, id: 'g2', startTime: null, isCancelled: true }],
      'Bijeenkomsten',
      new Date('2026-11-26T02:00:00Z'),
    )
    const lines = readContentLines(bytes)
    const all = (name: string) => lines.filter((line) => line.name === name).map(({ value }) => value)
    // Winter in Amsterdam is one hour ahead.
    expect(all('DTSTART')).toEqual(['20261212T150000Z', '20261212'])
    expect(all('DTSTAMP')).toEqual(['20261126T020000Z', '20261126T020000Z'])
    expect(all('SUMMARY').map(plainText)).toEqual([event.title, event.title])
    expect(all('LOCATION').map(plainText)).toEqual([event.place, event.place])
    expect(all('STATUS')).toEqual(['CANCELLED'])
    expect(lines.find(({ value }) => value === '20261212')?.parameters.VALUE).toBe('DATE')
  })
})
