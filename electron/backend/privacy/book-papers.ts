// The register of processing, the privacy notice and the assessment of the risks: made from the declarations and from what this book
// is, so that they cannot be out of date.
import { purposeTextVersion } from '../../../shared/domain/person-rights.ts'
import { type Html, html } from '../documents/html.ts'
import type { Paper } from '../documents/paper.ts'
import { countedWords, fillWords } from '../export/export-words.ts'
import type { BookFacts } from './privacy-queries.ts'
import { isAssessmentDue } from './privacy-queries.ts'
import { type Processing, processingOf } from './processing.ts'
import type { RightWords } from './right-words.ts'

export interface BookPaper {
  readonly association: string
  readonly facts: BookFacts
  readonly words: RightWords
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const list = (sentences: readonly string[]): Html => html`<ul>${sentences.map((each) => html`<li>${each}</li>`)}</ul>`
const namesOf = (tables: Processing['tables'], words: RightWords) =>
  words.format.list([...new Set(tables.map(({ name }) => words.table(name).toLowerCase()))])

/** Article 30. */
export function registerPaper({ association, facts, words }: BookPaper): Paper {
  const { register, purposes, bases, retentions, scopes } = words.privacy
  const byPurpose = Map.groupBy(processingOf(), ({ purpose }) => purpose)
  const row = ({ tables, sealed, basis, retention, scope }: Processing) => html`<tr>
<td>${namesOf(tables, words)}${sealed.length > 0 && html`<br><span class="soft">${fillWords(register.sealed, { what: namesOf(sealed, words) })}</span>`}</td>
<td>${bases[basis]}</td><td>${retentions[retention]}</td><td>${scopes[scope]}</td></tr>`
  const head = [register.what, register.basis, register.retention, register.who_sees]
  const copies = countedWords(register, 'safetyCopies', facts.copies)
  return {
    title: register.title,
    language: words.language,
    letters: 'small',
    style: 'table { table-layout: fixed }',
    body: html`<h1>${register.title}</h1><p class="lead">${fillWords(register.intro, { association, day: words.format.day(facts.today, 'plain') })}</p>
<h2>${register.who}</h2><p>${facts.contact === '' ? `${association}. ${register.noContact}` : fillWords(register.responsible, { association, contact: facts.contact })}</p>
<p>${countedWords(register, 'people', facts.people)}</p>
${[...byPurpose].map(([purpose, rows]) => html`<h2>${capital(purposes[purpose])}</h2><table><thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${rows.map(row)}</tbody></table>`)}
<h2>${register.receivers}</h2>${list([
      ...(facts.collects ? [register.receiverBank] : []),
      ...(facts.devices.length > 0 ? [fillWords(register.receiverFolder, { count: facts.devices.length })] : []),
      register.receiverGroup,
      register.receiverNone,
      register.outside,
    ])}
<h2>${register.safety}</h2>${list([register.safetyLock, register.safetySheet, copies, register.safetyHistory])}`,
  }
}

/** What members are told (articles 13 and 14). */
export function noticePaper({ association, facts, words }: BookPaper): Paper {
  const { notice, purposes, bases, retentions } = words.privacy
  const byPurpose = Map.groupBy(
    processingOf().filter(({ purpose }) => purpose !== 'program' && purpose !== 'book'),
    ({ purpose }) => purpose,
  )
  const part = (rows: readonly Processing[]) => {
    const byGround = Map.groupBy(rows, ({ basis, retention }) => `${basis} ${retention}`)
    return [...byGround.values()].map(([first, ...rest]) => {
      if (!first) return null
      const tables = [first, ...rest].flatMap((each) => each.tables)
      return html`<p>${fillWords(notice.keeps, { what: namesOf(tables, words) })} ${fillWords(notice.because, { basis: bases[first.basis] })} ${fillWords(notice.howLong, { retention: retentions[first.retention] })}</p>`
    })
  }
  const day = words.format.day(facts.today, 'plain')
  return {
    title: notice.title,
    language: words.language,
    body: html`<h1>${notice.title}</h1><p class="lead">${fillWords(notice.intro, { association, version: purposeTextVersion, day })}</p>
${[...byPurpose].map(([purpose, rows]) => html`<h2>${fillWords(notice.section, { purpose: purposes[purpose] })}</h2>${part(rows)}`)}
<p><strong>${notice.special}</strong></p><p>${notice.others}</p><p>${notice.safety}</p>
<h2>${notice.rightsTitle}</h2>${list(Object.values(notice.rights))}<p>${facts.contact === '' ? notice.noContact : fillWords(notice.contact, { contact: facts.contact })}</p><p>${notice.complaint}</p>`,
  }
}

/** A light impact assessment (article 35). */
export function assessmentPaper({ association, facts, words }: BookPaper): Paper {
  const { assessment } = words.privacy
  const day = words.format.day(facts.today, 'plain')
  const reviewed =
    facts.assessedDay === null
      ? assessment.notReviewed
      : fillWords(assessment.reviewed, {
          day: words.format.day(facts.assessedDay, 'plain'),
          by: facts.assessedBy ?? association,
        })
  const isOld = facts.assessedDay !== null && isAssessmentDue(facts, facts.today)
  const counts = [
    [assessment.counts_people, facts.people],
    [assessment.counts_care, facts.careRows],
    [assessment.counts_devices, Math.max(facts.devices.length, 1)],
    [assessment.counts_copies, facts.copies],
  ] as const
  const head = [assessment.risk, assessment.harm, assessment.done]
  return {
    title: assessment.title,
    language: words.language,
    body: html`<h1>${assessment.title}</h1><p class="lead">${fillWords(assessment.intro, { association, day })}</p>
<p><strong>${reviewed}${isOld && ` ${assessment.old}`}</strong></p>
<h2>${assessment.why}</h2><p>${assessment.whyText}</p>
<h2>${assessment.what}</h2>${list(counts.map(([text, count]) => fillWords(text, { count: words.format.count(count) })))}
<h2>${assessment.need}</h2>${list(Object.values(assessment.needText))}
<h2>${assessment.risks}</h2><table><thead><tr>${head.map((each) => html`<th scope="col">${each}</th>`)}</tr></thead><tbody>${Object.values(assessment.rows).map(({ risk, harm, done }) => html`<tr>${[risk, harm, done].map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>
<h2>${assessment.left}</h2><p>${assessment.leftText}</p>
<h2>${assessment.decide}</h2><p>${assessment.decideText}</p><p class="writing"></p><p class="writing"></p>`,
  }
}
