import type { Day } from '../../../shared/domain/calendar-date.ts'
import { figures, html, isolated, type Piece, say } from './html.ts'
import type { Paper } from './paper.ts'
import type { PaperPerson } from './paper-people.ts'
import { heading, keptPiece, madeOn, phonePiece, table } from './paper-pieces.ts'
import type { PaperWords } from './paper-words.ts'

export interface GatheringOnPaper {
  readonly title: string
  readonly groupName: string | null
  readonly day: Day
  /** HH:MM */
  readonly startTime: string | null
  readonly place: string | null
}

export interface AttendanceSheetValues {
  readonly gathering: GatheringOnPaper
  readonly people: readonly { readonly name: string; readonly hasExcused: boolean }[]
}

/** To lie on the table by the door: large letters, a box to tick, and room for who brought somebody along. */
export function attendanceSheet({ gathering, people }: AttendanceSheetValues, paperWords: PaperWords): Paper {
  const { words } = paperWords
  const box = html`<span class="box"></span>`
  return {
    title: `${words.attendance.title} ${gathering.title}`,
    language: paperWords.language,
    letters: 'large',
    style: guestStyle,
    body: html`${heading(words.attendance.title, ...whenAndWhere(gathering, paperWords))}
<table><thead><tr><th scope="col">${words.name}</th><th scope="col" class="tick">${words.attendance.present}</th><th scope="col" class="tick">${words.attendance.excused}</th></tr></thead>
<tbody>${people.map(
      ({ name, hasExcused }) =>
        html`<tr><th scope="row">${isolated(name)}</th><td class="tick">${box}</td><td class="tick">${hasExcused ? figures('✓') : box}</td></tr>
`,
    )}</tbody></table>
<section class="guests"><h2>${words.attendance.guests}</h2>${Array.from({ length: 4 }, () => html`<div class="line"></div>`)}</section>`,
  }
}

const guestStyle =
  '.tick { inline-size: 34mm } .guests { break-inside: avoid } .line { block-size: 12mm; border-block-end: .25mm solid #7d725f }'

/** The lines under the heading: what it is, of which group, when and where. */
export function whenAndWhere(gathering: GatheringOnPaper, { format }: PaperWords): readonly Piece[] {
  const { title, groupName, day, startTime, place } = gathering
  return [
    isolated(title),
    groupName && groupName !== title && isolated(groupName),
    isolated(format.day(day, 'full')),
    startTime && figures(format.time(startTime)),
    place && isolated(place),
  ]
}

export interface ParticipantListValues {
  readonly gathering: GatheringOnPaper
  readonly people: readonly PaperPerson[]
  readonly letters: 'usual' | 'large'
  readonly day: Day
}

/** Who takes part, with a telephone number: for who wants to ride along or bring a cake. */
export function participantList(values: ParticipantListValues, paperWords: PaperWords): Paper {
  const { words } = paperWords
  return {
    title: `${words.participants.title} ${values.gathering.title}`,
    language: paperWords.language,
    letters: values.letters,
    body: html`${heading(words.participants.title, ...whenAndWhere(values.gathering, paperWords))}
<p>${say(words.howMany, { count: values.people.length })}</p>
${table({
  headings: [words.name, words.address, words.phone],
  rows: values.people.map((person) => [
    isolated(person.name),
    keptPiece(person.street),
    person.phones[0] && phonePiece(person.phones[0]),
  ]),
})}
${madeOn(values.day, paperWords)}`,
  }
}
