// What somebody reads of what is kept of them: by what it is for, with why and how long, and in words.
import { sayValue } from '../../../shared/contract/say-value.ts'
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import type { Purpose, Table } from '../database/declare-table.ts'
import { columnsOf } from '../database/declare-table.ts'
import { allTables } from '../database/schema.ts'
import { type Html, html } from '../documents/html.ts'
import type { Paper } from '../documents/paper.ts'
import { countedWords, fillWords } from '../export/export-words.ts'
import type { RightWords } from '../privacy/right-words.ts'
import { blacked } from './black-out.ts'
import type { Access, AccessRow } from './subject-access.ts'
import { coverageOf } from './subject-access.ts'

export interface AccessSurroundings {
  readonly association: string
  /** Whom to turn to; '' when nobody was written down. */
  readonly contact: string
}

export function accessPaper(access: Access, { association, contact }: AccessSurroundings, words: RightWords): Paper {
  const { paper } = words.rights
  const day = words.format.day(dayOfClock(new Date(access.madeAt)))
  const title = fillWords(paper.title, { association })
  return {
    title: `${paper.file} ${access.name}`,
    language: words.language,
    letters: 'small',
    body: html`<h1>${title}</h1>
<p class="lead">${fillWords(paper.for, { name: access.name, day })}</p>
<p>${fillWords(paper.intro, { black: blacked })}</p>
${contact !== '' && html`<p>${fillWords(paper.contact, { contact })}</p>`}<p>${paper.complaint}</p>
${access.careIsLeftOut && html`<p><strong>${paper.careLeftOut}</strong></p>`}
${access.sealedProgrammes > 0 && html`<p><strong>${countedWords(paper, 'sealed', access.sealedProgrammes)}</strong></p>`}
${purposesOf(access).map(([purpose, sections]) => purposeSection(purpose, sections, words))}
${mentions(access, words)}${places(access, words)}${changes(access, words)}${leftOut(words)}`,
    style: '.facts { margin-block-end: 2mm; break-inside: avoid } .facts b { font-weight: 600 }',
  }
}

type Section = Access['tables'][number]

const purposesOf = ({ tables }: Access) => [...Map.groupBy(tables, ({ table }) => table.privacy.purpose)]

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

function purposeSection(purpose: Purpose, sections: readonly Section[], words: RightWords): Html {
  return html`<h2>${capital(words.privacy.purposes[purpose])}</h2>${sections.map((section) => tableSection(section, words))}`
}

function tableSection({ table, rows }: Section, words: RightWords): Html {
  const { privacy, rights } = words
  const why = fillWords(rights.paper.basis, {
    purpose: privacy.purposes[table.privacy.purpose],
    basis: privacy.bases[table.privacy.basis],
    retention: privacy.retentions[table.privacy.retention],
  })
  return html`<h3>${words.table(table.name)}</h3><p class="soft">${why}</p>${rows.map((row) => oneRow(table, row, words))}`
}

/** "Soort lid: Lid · Lid sinds: 1 maart 2024". What has no words of its own, or is a record without a name, says nothing to a reader. */
function oneRow(table: Table, { fields, isOfOthers, inBin }: AccessRow, words: RightWords): Html {
  const said = fields.flatMap(({ column, value }) => {
    const name = words.field(table.name, column)
    if (name === undefined || (value.kind === 'record' && value.name === null)) return []
    return [html`<b>${name}:</b> <bdi>${sayValue(table.name, column, value, words.sayings)}</bdi>`]
  })
  if (said.length === 0) return html``
  const { paper } = words.rights
  const notes = [...(isOfOthers ? [paper.ofOthers] : []), ...(inBin ? [paper.inBin] : [])]
  return html`<p class="facts">${said.map((each, at) => html`${at > 0 && ' · '}${each}`)}${notes.length > 0 && html` <span class="soft">(${notes.join('; ')})</span>`}</p>`
}

function mentions({ mentions: found }: Access, words: RightWords): Html {
  if (found.length === 0) return html``
  const { paper } = words.rights
  return html`<h2>${paper.mentions}</h2><p class="soft">${paper.mentionsText}</p>
${found.map(({ table, column, text }) => {
  const place = fillWords(paper.mention, {
    table: words.table(table.name),
    field: words.field(table.name, column) ?? '',
  })
  return html`<p class="facts"><b>${place}:</b> <bdi>${text}</bdi></p>`
})}`
}

function places(access: Access, words: RightWords): Html {
  const { paper } = words.rights
  const { copies, devices, carriedAt } = access
  const dayOf = (moment: string) => words.format.day(dayOfClock(new Date(moment)), 'plain')
  const sentences = [
    devices.length > 0 ? fillWords(paper.devices, { names: words.format.list(devices) }) : paper.thisComputer,
    ...(copies.oldest !== null && copies.newest !== null
      ? [
          countedWords(paper, 'copies', copies.count, {
            oldest: dayOf(copies.oldest),
            newest: dayOf(copies.newest),
          }),
        ]
      : []),
    ...(carriedAt === null ? [] : [fillWords(paper.carried, { day: dayOf(carriedAt) })]),
    paper.others,
  ]
  return html`<h2>${paper.where}</h2><ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>`
}

function changes({ changes: all }: Access, words: RightWords): Html {
  const { paper } = words.rights
  if (all.length === 0) return html``
  const rows = all.map(({ at, table, op, fields }) => {
    const said = fields.flatMap(({ column, before, after }) => {
      const field = words.field(table.name, column)
      const value = (of: typeof before) => sayValue(table.name, column, of, words.sayings)
      return field === undefined
        ? []
        : [fillWords(paper.changed, { field, before: value(before), after: value(after) })]
    })
    return html`<tr><td class="narrow">${words.format.moment(at)}</td><td>${words.table(table.name)}: ${paper.ops[op]}${said.map((each) => html`<br><bdi>${each}</bdi>`)}</td></tr>`
  })
  return html`<h2>${paper.changes}</h2><table><thead><tr><th scope="col">${paper.when}</th><th scope="col">${paper.what}</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** Why something is not in it; the reasons that hold of any column of the book. */
function leftOut(words: RightWords): Html {
  const { paper } = words.rights
  const reasons = new Set(
    allTables.flatMap((table) => Object.keys(columnsOf(table)).map((column) => coverageOf(table, column))),
  )
  const said = [...reasons].flatMap((reason) => (reason === 'shown' ? [] : [paper.reasons[reason]]))
  return html`<h2>${paper.notHere}</h2><ul>${said.map((reason) => html`<li>${reason}</li>`)}</ul>`
}

/** The same for another program: one entry per row, values as the paper says them. */
export function accessJson(access: Access, words: RightWords): string {
  const rows = (section: Section) =>
    section.rows.map(({ fields, isOfOthers, inBin }) => ({
      ...(isOfOthers && { isOfOthers }),
      ...(inBin && { inBin }),
      ...Object.fromEntries(
        fields.map(({ column, value }) => [column, sayValue(section.table.name, column, value, words.sayings)]),
      ),
    }))
  const {
    tables,
    changes: all,
    mentions: found,
    name,
    madeAt,
    devices,
    copies,
    carriedAt,
    careIsLeftOut,
    sealedProgrammes,
  } = access
  return JSON.stringify(
    {
      format: 'buurtboek-inzage',
      version: 1,
      name,
      madeAt,
      careIsLeftOut,
      sealedProgrammes,
      tables: Object.fromEntries(tables.map((section) => [section.table.name, rows(section)])),
      mentions: found.map(({ table, column, text }) => ({ table: table.name, column, text })),
      changes: all.map(({ at, table, op, fields }) => ({
        ...{ at, op, table: table.name },
        fields: fields.map(({ column, before, after }) => ({
          column,
          before: sayValue(table.name, column, before, words.sayings),
          after: sayValue(table.name, column, after, words.sayings),
        })),
      })),
      devices,
      copies,
      carriedAt,
    },
    null,
    2,
  )
}
