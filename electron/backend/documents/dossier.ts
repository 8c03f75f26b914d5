import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { Interval } from '../../../shared/domain/dues-schedule.ts'
import type { Role } from '../../../shared/domain/role-seats.ts'
import { figures, type Html, html, isolated, type Piece, say } from './html.ts'
import type { Paper } from './paper.ts'
import { heading, madeOn, phonePiece, table } from './paper-pieces.ts'
import type { PaperWords } from './paper-words.ts'

export interface DossierValues {
  readonly bookName: string
  readonly group: {
    readonly name: string
    readonly area: string | null
    readonly chat: string | null
    readonly members: number
    readonly interested: number
    readonly size: number
    readonly perYear: number
  }
  readonly roles: readonly {
    readonly role: Role
    readonly name: string
    readonly phone: string | null
    readonly since: Day
  }[]
  readonly vacant: readonly Role[]
  readonly dues: readonly { readonly name: string; readonly rateCents: number; readonly rateMonths: Interval }[]
  readonly held: readonly HeldGathering[]
  readonly planned: readonly Omit<HeldGathering, 'came'>[]
  readonly toRecord: readonly { readonly title: string; readonly day: Day }[]
  readonly followUps: number
  /** Who somebody will look in on: behind the lock of care; null: left out. */
  readonly care: readonly { readonly name: string; readonly owner: string | null; readonly before: Day }[] | null
  readonly day: Day
}

interface HeldGathering {
  readonly title: string
  readonly day: Day
  readonly place: string | null
  readonly came: number
}

/** What whoever takes over a group has to know, on paper; the book itself goes along apart. */
export function dossier(values: DossierValues, paperWords: PaperWords): Paper {
  const { words, format } = paperWords
  const { group } = values
  const said = words.dossier
  return {
    title: `${said.title} ${group.name}`,
    language: paperWords.language,
    style:
      'dl { margin: 0 0 4mm } dl > div { display: grid; grid-template-columns: 55mm 1fr; gap: 4mm; padding-block: 1mm; border-block-end: .25mm solid #dccfb8 } dt { color: #595143 } dd { margin: 0 }',
    body: html`${heading(html`${said.title} ${isolated(group.name)}`, isolated(values.bookName))}
<p>${said.about}</p>
<h2>${said.group}</h2>
${facts([
  [said.area, group.area && isolated(group.area)],
  [said.chat, group.chat && isolated(group.chat)],
  [said.members, figures(format.count(group.members))],
  [said.interested, group.interested > 0 && figures(format.count(group.interested))],
])}
<h2>${said.roles}</h2>
${table({
  headings: [words.role, words.name, words.phone, said.since],
  rows: [
    ...values.roles.map(({ role, name, phone, since }) => [
      words.roles[role],
      isolated(name),
      phone && phonePiece(phone),
      isolated(format.day(since)),
    ]),
    ...values.vacant.map((role) => [words.roles[role], said.nobody, null, null]),
  ],
})}
<h2>${said.agreements}</h2>
${facts([
  [said.perYear, figures(format.count(group.perYear))],
  [said.size, figures(format.count(group.size))],
  ...values.dues.map(
    ({ name, rateCents, rateMonths }): Fact => [
      said.dues,
      html`${isolated(name)} ${say(words.rate[rateMonths], { amount: figures(format.amount(rateCents)) })}`,
    ],
  ),
])}
<h2>${said.gatherings}</h2>
${
  values.held.length === 0
    ? html`<p>${said.none}</p>`
    : table({
        headings: [words.day, words.what, words.place, said.present],
        numbers: [3],
        rows: values.held.map(({ title, day, place, came }) => [
          isolated(format.day(day)),
          isolated(title),
          place && isolated(place),
          figures(format.count(came)),
        ]),
      })
}
<h2>${said.planned}</h2>
${
  values.planned.length === 0
    ? html`<p>${said.none}</p>`
    : table({
        headings: [words.day, words.what, words.place],
        rows: values.planned.map(({ title, day, place }) => [
          isolated(format.day(day)),
          isolated(title),
          place && isolated(place),
        ]),
      })
}
<h2>${said.open}</h2>
${openList(values, paperWords)}
${care(values, paperWords)}
${madeOn(values.day, paperWords)}`,
  }
}

type Fact = readonly [label: string, value: Piece]

const facts = (list: readonly Fact[]): Html =>
  html`<dl>${list.map(
    ([label, value]) =>
      value &&
      html`<div><dt>${label}</dt><dd>${value}</dd></div>
`,
  )}</dl>`

function openList({ vacant, toRecord, followUps }: DossierValues, { words, format }: PaperWords): Html {
  const said = words.dossier
  const items = [
    ...vacant.map((role) => say(said.vacant, { role: words.roles[role] })),
    ...toRecord.map(({ title, day }) => say(said.toRecord, { title, day: format.day(day) })),
    ...(followUps > 0 ? [say(said.followUps, { count: followUps })] : []),
  ]
  return items.length === 0
    ? html`<p>${said.none}</p>`
    : html`<ul>${items.map(
        (item) => html`<li>${item}</li>
`,
      )}</ul>`
}

function care({ care: people }: DossierValues, { words, format }: PaperWords): Html {
  if (people === null) return html`<p class="soft">${words.dossier.careLeftOut}</p>`
  if (people.length === 0) return html``
  return html`<h2>${words.dossier.careTitle}</h2>
${table({
  headings: [words.name, words.dossier.owner, words.dossier.before],
  rows: people.map(({ name, owner, before }) => [
    isolated(name),
    owner && isolated(owner),
    isolated(format.day(before)),
  ]),
})}`
}
