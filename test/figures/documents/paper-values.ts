// Every document with people whose names are hard to write: six scripts, signs that mean something in HTML, long and short.
import { agenda } from '../../../electron/backend/documents/agenda.ts'
import { attendanceSheet, participantList } from '../../../electron/backend/documents/attendance-sheet.ts'
import { dossier } from '../../../electron/backend/documents/dossier.ts'
import { addressLabels, envelopes, nameBadges } from '../../../electron/backend/documents/label-sheets.ts'
import { letterPaper } from '../../../electron/backend/documents/letter-paper.ts'
import { divideWays, writeLetterTo } from '../../../electron/backend/documents/letter-parties.ts'
import { memberList } from '../../../electron/backend/documents/member-list.ts'
import type { Paper } from '../../../electron/backend/documents/paper.ts'
import type { PaperPerson } from '../../../electron/backend/documents/paper-people.ts'
import { paperWords } from '../../../electron/backend/documents/paper-words.ts'
import { phoneTree } from '../../../electron/backend/documents/phone-tree.ts'
import { yearOverview } from '../../../electron/backend/documents/year-overview.ts'
import { labelSheets } from '../../../shared/domain/label-sheet.ts'
import type { PaperLanguage } from '../../../shared/domain/paper-language.ts'
import { type Random, seededRandom } from '../../support/random.ts'
import { packOf, remindersTo } from './treasurer-papers.ts'

export const paperNames = [
  'members',
  'membersLarge',
  'tree',
  'participants',
  'attendance',
  'badges',
  'labels',
  'envelopes',
  'letters',
  'reminders',
  'pack',
  'agenda',
  'dossier',
  'year',
] as const
export type FigurePaper = (typeof paperNames)[number]

export function makeFigurePaper(name: FigurePaper, language: PaperLanguage, seed: number): Paper {
  const random = seededRandom(seed)
  const people = Array.from({ length: 30 }, (_person, at) => aPerson(random, at))
  const words = paperWords(language)
  const day = '2026-12-03'
  const group = { id: 'group', name: random.pick(groupNames) ?? '' }
  const gathering = {
    title: random.pick(titles) ?? '',
    groupName: group.name,
    day,
    startTime: '16:30',
    place: 'Buurthuis De Ekster',
    theme: 'Veilig thuis & gezond',
    programme: 'Eerst thee.\nDaarna <samen> zingen.',
  }
  const bookName = 'Stadsdorp “Oosterweide”'
  const place = { start: 1 + random.below(7), nudge: { across: 0, down: 0 } }
  const lines = people.map((person) => [person.name, ...person.addressLines])
  switch (name) {
    case 'members':
    case 'membersLarge':
      return memberList(
        { bookName, group, people, isHandedOut: true, letters: name === 'members' ? 'usual' : 'large', day },
        words,
      )
    case 'tree':
      return phoneTree({ bookName, group, people, most: 5, day }, words)
    case 'participants':
      return participantList({ gathering, people, letters: 'usual', day }, words)
    case 'attendance':
      return attendanceSheet(
        { gathering, people: people.map((person) => ({ name: person.name, hasExcused: false })) },
        words,
      )
    case 'badges':
      return nameBadges({
        title: 'x',
        language,
        badges: people.map(({ given, family }) => ({ given, family, groupName: group.name, language })),
        ...place,
      })
    case 'labels':
      return addressLabels({
        title: 'x',
        language,
        sheet: labelSheets[random.pick(['3x7', '3x8', '2x7', '4x10'] as const) ?? '3x7'],
        labels: lines,
        ...place,
      })
    case 'envelopes':
      return envelopes({
        title: 'x',
        language,
        size: random.pick(['C6', 'DL', 'C5/6'] as const) ?? 'DL',
        sender: [bookName, 'Kastanjehof 12', '1234 AA  Oosterweide'],
        addressees: lines.slice(0, 6),
        nudge: place.nudge,
      })
    case 'letters':
      return lettersTo(people.slice(0, 6), language)
    case 'reminders':
      return remindersTo(people.slice(0, 4), language)
    case 'pack':
      return packOf(people, language)
    case 'agenda':
      return agenda(
        {
          gathering,
          absent: {
            excused: people.slice(0, 4).map((person) => person.name),
            lastTime: people.slice(4, 8).map((person) => person.name),
          },
        },
        words,
      )
    case 'dossier':
      return dossier(
        {
          bookName,
          group: {
            name: group.name,
            area: 'Het hof en de hoekhuizen',
            chat: 'Signal: Kastanjehof',
            members: 48,
            interested: 3,
            size: 50,
            perYear: 3,
          },
          roles: people.slice(0, 2).map((person, at) => ({
            role: at === 0 ? 'contactpersoon' : 'vervanger',
            name: person.name,
            phone: person.phones[0] ?? null,
            since: '2024-03-01',
          })),
          vacant: ['penningmeester'],
          dues: [{ name: 'Gewone contributie', rateCents: 1000, rateMonths: 1 }],
          held: [{ title: gathering.title, day: '2026-07-31', place: gathering.place, came: 23 }],
          planned: [{ title: gathering.title, day, place: null }],
          toRecord: [{ title: gathering.title, day: '2026-11-12' }],
          followUps: 2,
          care: people
            .slice(0, 2)
            .map((person) => ({ name: person.name, owner: people[3]?.name ?? null, before: day })),
          day,
        },
        words,
      )
    case 'year':
      return yearOverview(
        {
          bookName,
          groupName: group.name,
          year: 2026,
          members: [
            { day: '2026-01-01', count: 47 },
            { day, count: 1048 },
          ],
          joined: 3,
          left: 2,
          promised: 3,
          gatherings: [{ day: '2026-07-31', title: gathering.title, invited: 50, came: 23 }],
          cameOnce: 31,
          themes: [gathering.theme],
          day,
        },
        words,
      )
  }
}

function lettersTo(people: readonly PaperPerson[], language: PaperLanguage): Paper {
  const wish = {
    document: 'letters' as const,
    language,
    who: { neighbourhood: null, kind: 'now' as const, personId: null },
    ownLanguage: true,
    perHousehold: false,
    sender: '',
    subject: 'Nieuwjaarsborrel van {vereniging}',
    text: 'Op {datum} is er een borrel voor {binnenbuurt}.\n\nBel {contactpersoon} op 06-1000 2214 als u wilt komen, {voornaam}.',
    signature: 'Ria van den Berg\nvoorzitter',
    way: 'paper' as const,
    otherWay: [],
    // Who reads Ukrainian gets it in that, whatever the language of the others.
    translations:
      language === 'uk'
        ? []
        : [
            {
              language: 'uk' as const,
              subject: 'Новорічна зустріч {vereniging}',
              text: 'Запрошуємо вас {datum}, {voornaam}.',
            },
          ],
  }
  const setting = {
    association: 'Stadsdorp Oosterweide',
    day: '2026-12-03',
    contactsOf: () => ['Wim de Groot'],
  }
  const letters = divideWays(people, wish).map((party) => writeLetterTo(party, wish, setting))
  return letterPaper({ title: 'x', language, sender: ['Stadsdorp Oosterweide'], letters })
}

const givens =
  "Ria|Sofie|Jan-Willem|Оксана|Юрій|فريدة|حسن|ሰምረት|ተኽለ|Şükrü|Gülay|İbrahim|Anh|Zoë|Björn|O'|Bartholomea-Wilhelmina|<b>Bep</b>".split(
    '|',
  )
const families =
  'van den Berg|Afflitto|el Idrissi|Шевченко|خليل|ገብረመድህን|Öztürk|Nguyễn|d\'Août|& Zonen|Hendrik-van der Wetering tot Oudkerk|"Smit"|Łukasiewicz'.split(
    '|',
  )
const streets = ['Kastanjehof', 'Lijsterpad', '1e Jan Steenstraat', 'Burgemeester van Heemskerck van Beeststraat']
const languages = ['Arabisch, Nederlands', 'Tigrinya', 'Oekraïens', 'Turks', 'Engels', null]
const groupNames = ['Kastanjehof', 'De Kade & omgeving', "Lijsterpad 't Eind"]
const titles = ['Borrel', 'Thee met verhalen: “vroeger” & nu', 'Samen koken']

function aPerson(random: Random, at: number): PaperPerson {
  const given = random.pick(givens) ?? ''
  const family = random.pick(families) ?? ''
  const street = `${random.pick(streets)} ${1 + random.below(300)}${random.chance(0.2) ? '-2hg' : ''}`
  return {
    id: `person-${at}`,
    name: `${given} ${family}`,
    lastFirst: `${family}, ${given}`,
    given,
    family,
    householdId: `household-${at}`,
    street,
    postcode: '1234 AB',
    city: 'Oosterweide',
    addressLines: [street, '1234 AB  Oosterweide'],
    phones: random.chance(0.9) ? [`06-1000 ${2000 + random.below(8000)}`] : [],
    email: random.chance(0.5) ? `buur.met.een.lang.adres.${at}@buurt.example` : null,
    preferredContact: null,
    languages: random.pick(languages) ?? null,
    groups: [{ id: 'group', name: 'Kastanjehof' }],
    roles: at < 2 ? [{ role: at === 0 ? 'contactpersoon' : 'vervanger', groupId: 'group' }] : [],
  }
}
