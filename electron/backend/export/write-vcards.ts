// People as an address book takes them in: vCard 3.0 for telephones and most programs, 4.0 for the newest. One card each, in one file.
import ICAL from 'ical.js'
import { foldLines } from './fold-lines.ts'

export type VcardVersion = '3.0' | '4.0'

export interface Card {
  readonly id: string
  readonly fullName: string
  readonly lastName: string
  readonly firstName: string
  readonly infix: string
  /** What people call them, when that is another name. */
  readonly called: string | null
  /** As they are dialled abroad, +31612345678; what cannot be read as a number is left out by whoever makes the card. */
  readonly phone: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly address: { readonly street: string; readonly postcode: string | null; readonly city: string | null } | null
  /** Binnenbuurten, as groups of the address book. */
  readonly groups: readonly string[]
}

export function writeVcards(cards: readonly Card[], version: VcardVersion): Uint8Array {
  const design = version === '3.0' ? ICAL.design.vcard3 : ICAL.design.vcard
  const texts = cards.map((card) => `${ICAL.stringify.component(toComponent(card, version).jCal, design)}\r\n`)
  return new TextEncoder().encode(foldLines(texts.join('')))
}

function toComponent(card: Card, version: VcardVersion): ICAL.Component {
  const component = new ICAL.Component('vcard')
  component.addPropertyWithValue('version', version)
  component.addPropertyWithValue('uid', `urn:uuid:${card.id}`)
  component.addPropertyWithValue('fn', card.fullName)
  addParts(component, 'n', [[card.infix, card.lastName].filter(Boolean).join(' '), card.firstName, '', '', ''])
  if (card.called) component.addPropertyWithValue('nickname', card.called)
  if (card.phone) addNumber(component, card.phone, 'home', version)
  if (card.mobile) addNumber(component, card.mobile, 'cell', version)
  if (card.email) component.addPropertyWithValue('email', card.email)
  if (card.address) {
    const { street, postcode, city } = card.address
    addParts(component, 'adr', ['', '', street, city ?? '', '', postcode ?? '', '']).setParameter('type', 'home')
  }
  if (card.groups.length > 0) {
    const categories = new ICAL.Property('categories', component)
    categories.setValues([...card.groups])
    component.addProperty(categories)
  }
  return component
}

function addParts(component: ICAL.Component, name: string, parts: readonly string[]): ICAL.Property {
  const property = new ICAL.Property(name, component)
  // A name of several parts is one value made of a list; the library's types know single values only.
  property.setValue([...parts] as unknown as string)
  component.addProperty(property)
  return property
}

function addNumber(component: ICAL.Component, number: string, kind: 'home' | 'cell', version: VcardVersion): void {
  const property = new ICAL.Property('tel', component)
  if (version === '4.0') {
    property.resetType('uri')
    property.setParameter('value', 'uri')
    property.setParameter('type', kind)
    property.setValue(`tel:${number}`)
  } else {
    property.resetType('phone-number')
    property.setParameter('type', kind === 'cell' ? 'CELL' : 'HOME')
    property.setValue(number)
  }
  component.addProperty(property)
}
