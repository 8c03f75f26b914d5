import type { Day } from '../../../shared/domain/calendar-date.ts'
import { fillWords } from '../export/export-words.ts'
import { figures, html, isolated, say } from './html.ts'
import type { Paper } from './paper.ts'
import { heading, madeOn, table } from './paper-pieces.ts'
import type { PaperWords } from './paper-words.ts'

export interface YearOverviewValues {
  readonly bookName: string
  readonly groupName: string
  readonly year: number
  /** Members on the first day, and on the last one or today. */
  readonly members: readonly { readonly day: Day; readonly count: number }[]
  readonly joined: number
  readonly left: number
  readonly promised: number
  readonly gatherings: readonly {
    readonly day: Day
    readonly title: string
    readonly invited: number
    readonly came: number
  }[]
  /** Different people who were at one of them or more, as far as names were written down. */
  readonly cameOnce: number
  readonly themes: readonly string[]
  readonly day: Day
}

/** The year of one group on one sheet: numbers and titles, no names of people. */
export function yearOverview(values: YearOverviewValues, paperWords: PaperWords): Paper {
  const { words, format } = paperWords
  const { year, gatherings } = values
  const said = words.year
  const count = (number: number) => figures(format.count(number))
  return {
    title: `${fillWords(said.title, { year })} ${values.groupName}`,
    language: paperWords.language,
    style:
      '.sums { display: grid; grid-template-columns: repeat(3, 1fr); gap: 5mm; margin-block: 0 7mm } .sums p { margin: 0 } .sums b { display: block; font-size: 1.8em; line-height: 1.3 } .line { block-size: 9mm; border-block-end: .25mm solid #7d725f }',
    body: html`${heading(say(said.title, { year }), isolated(values.groupName), isolated(values.bookName))}
<div class="sums">${values.members.map(
      ({ day, count: members }) => html`<p><b>${count(members)}</b> ${say(said.members, { day: format.day(day) })}</p>
`,
    )}
<p><b>${count(values.joined)}</b> ${said.joined}</p>
<p><b>${count(values.left)}</b> ${said.left}</p>
<p><b>${count(values.cameOnce)}</b> ${said.came}</p></div>
<h2>${said.held}</h2>
<p>${say(said.heldOf, { held: gatherings.length, promised: values.promised })}</p>
${
  gatherings.length > 0 &&
  table({
    headings: [words.day, words.what, said.invited, said.people],
    numbers: [2, 3],
    rows: gatherings.map(({ day, title, invited, came }) => [
      isolated(format.day(day, 'short')),
      isolated(title),
      invited > 0 && count(invited),
      count(came),
    ]),
  })
}
${
  values.themes.length > 0 &&
  html`<h2>${said.themes}</h2>
<p>${values.themes.map((theme, at) => html`${at > 0 && ', '}${isolated(theme)}`)}</p>`
}
<h2>${said.next}</h2>
${Array.from({ length: 4 }, () => html`<div class="line"></div>`)}
${madeOn(values.day, paperWords)}`,
  }
}
