import { type GatheringOnPaper, whenAndWhere } from './attendance-sheet.ts'
import { figures, html, isolated, type Piece } from './html.ts'
import type { Paper } from './paper.ts'
import { heading } from './paper-pieces.ts'
import type { PaperWords } from './paper-words.ts'

export interface AgendaValues {
  readonly gathering: GatheringOnPaper & { readonly theme: string | null; readonly programme: string | null }
  /** Only in the copy of who leads the evening; null: their names are left out. */
  readonly absent: { readonly excused: readonly string[]; readonly lastTime: readonly string[] } | null
}

/** The evening point by point, with room to write; "wie is er niet?" has a place of its own. */
export function agenda({ gathering, absent }: AgendaValues, paperWords: PaperWords): Paper {
  const { words } = paperWords
  const lines = (count: number) => html`${Array.from({ length: count }, () => html`<div class="line"></div>`)}`
  const names = (title: string, list: readonly string[]) =>
    list.length > 0 && html`<p>${title}: ${list.map((name, at) => html`${at > 0 && ', '}${isolated(name)}`)}</p>`
  const points: readonly (readonly [title: string, ...content: readonly Piece[]])[] = [
    [words.agenda.welcome, lines(1)],
    [
      words.agenda.absent,
      absent && names(words.agenda.excused, absent.excused),
      absent && names(words.agenda.lastTime, absent.lastTime),
      html`<p>${words.agenda.absentMore}</p>`,
      lines(3),
    ],
    [words.agenda.round, lines(2)],
    ...(gathering.theme || gathering.programme ? [programmeOf(gathering, words.agenda.programme)] : []),
    [words.agenda.agreed, lines(3)],
    [words.agenda.next, lines(1)],
    [words.agenda.notes, lines(3)],
  ]
  return {
    title: `${words.agenda.title} ${gathering.title}`,
    language: paperWords.language,
    style:
      'ol { margin: 0; padding: 0; list-style: none } li { break-inside: avoid } .line { block-size: 8mm; border-block-end: .25mm solid #7d725f } .text { white-space: pre-line }',
    body: html`${heading(words.agenda.title, ...whenAndWhere(gathering, paperWords))}
<ol>${points.map(
      ([title, ...content], at) => html`<li><h2>${figures(`${at + 1}.`)} ${title}</h2>${content}</li>
`,
    )}</ol>`,
  }
}

const programmeOf = ({ theme, programme }: AgendaValues['gathering'], title: string) =>
  [
    title,
    theme && html`<p dir="auto"><b>${theme}</b></p>`,
    programme && html`<p class="text" dir="auto">${programme}</p>`,
  ] as const
