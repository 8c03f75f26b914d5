// Papers about one thing that happened: somebody was erased, or data were lost. Nobody can be found on them.
import { dayOfClock } from '../../../shared/domain/calendar-date.ts'
import { type Html, html } from '../documents/html.ts'
import type { Paper } from '../documents/paper.ts'
import { fillWords } from '../export/export-words.ts'
import type { BookPaper } from './book-papers.ts'
import type { Breach, CountedRows, Receipt } from './privacy-queries.ts'

export function receiptPaper(receipt: Receipt, { association, facts, words }: BookPaper): Paper {
  const { receipt: said } = words.privacy
  const day = (of: string) => words.format.day(of, 'plain')
  const table = (rows: readonly CountedRows[]): Html =>
    html`<table><thead><tr><th scope="col">${said.what}</th><th scope="col" class="number">${said.count}</th></tr></thead><tbody>${rows.map(({ table: name, count }) => html`<tr><td>${words.table(name)}</td><td class="number">${words.format.count(count)}</td></tr>`)}</tbody></table>`
  const others = facts.devices.filter(({ isHere }) => !isHere)
  const devices = [
    said.here,
    ...others.map(({ name, heardAt }) =>
      heardAt !== null && heardAt > receipt.erasedAt
        ? fillWords(said.heard, { name, moment: words.format.moment(heardAt) })
        : fillWords(said.waiting, { name }),
    ),
    ...(others.length === 0 ? [said.none] : []),
  ]
  return {
    title: said.title,
    language: words.language,
    body: html`<h1>${said.title}</h1><p class="lead">${fillWords(said.intro, { association, moment: words.format.moment(receipt.erasedAt) })}</p>
<h2>${said.gone}</h2>${table(receipt.gone)}
${receipt.stays.length > 0 && html`<h2>${said.stays}</h2>${table(receipt.stays)}`}
<p>${said.care}</p>
${receipt.ledgerUntil !== null && html`<p>${fillWords(said.ledger, { day: day(receipt.ledgerUntil) })}</p>`}
<p>${fillWords(said.copies, { day: day(receipt.copiesUntil) })}</p>
<h2>${said.devices}</h2><ul>${devices.map((each) => html`<li>${each}</li>`)}</ul>`,
  }
}

export function breachPaper(breach: Breach, { association, words }: BookPaper): Paper {
  const { breachPaper: said, breach: codes } = words.privacy
  const day = (of: string | null, none: string) => (of === null ? none : words.format.day(of, 'plain'))
  const rows: readonly (readonly [string, string | null])[] = [
    [said.kind, codes.kinds[breach.kind]],
    [said.what, breach.what],
    [said.happened, day(breach.happenedDay, said.unknown)],
    [said.found, words.format.moment(breach.foundAt)],
    [said.data, words.format.list(breach.kinds.map((kind) => codes.datas[kind].toLowerCase()))],
    [said.people, words.format.count(breach.people)],
    [said.locked, codes.locks[breach.isLocked]],
    [said.measures, breach.measures],
    [said.authority, day(breach.toldAuthorityDay, said.no)],
    [said.told, day(breach.toldPeopleDay, said.no)],
    [said.whyNot, breach.whyNot],
  ]
  const mustReport = breach.advice !== 'note' && breach.toldAuthorityDay === null
  return {
    title: said.title,
    language: words.language,
    body: html`<h1>${said.title}</h1><p class="lead">${association}</p>
${mustReport && html`<p><strong>${fillWords(said.count, { moment: words.format.moment(breach.reportBefore) })}</strong></p>`}
<table><tbody>${rows.map(([term, value]) => value !== null && value !== '' && html`<tr><th scope="row">${term}</th><td>${value}</td></tr>`)}</tbody></table>
<h2>${said.advice}</h2><p>${codes.advice[breach.advice]}</p>
<h2>${said.ask}</h2><ul>${Object.values(said.asks).map((each) => html`<li>${each}</li>`)}</ul>`,
  }
}

/** To print for everybody it is about; it says to nobody who that is. */
export function breachLetter(breach: Breach, { association, facts, words }: BookPaper): Paper {
  const { letter, breach: codes } = words.privacy
  const found = words.format.day(dayOfClock(new Date(breach.foundAt)), 'plain')
  return {
    title: letter.title,
    language: words.language,
    body: html`<p>${association}, ${words.format.day(facts.today, 'plain')}</p><p>${letter.dear}</p>
<p>${fillWords(letter.what, { day: found, kind: codes.kinds[breach.kind].toLowerCase() })}</p>
${breach.kinds.length > 0 && html`<p>${fillWords(letter.data, { data: words.format.list(breach.kinds.map((kind) => codes.datas[kind].toLowerCase())) })}</p>`}
<p>${breach.isLocked === 'ja' ? letter.locked : letter.open}</p>
${breach.measures !== null && html`<p>${fillWords(letter.measures, { measures: breach.measures })}</p>`}
<p>${letter.careful}</p><p>${fillWords(letter.sorry, { contact: facts.contact === '' ? letter.contactBoard : facts.contact })}</p>
<p>${fillWords(letter.sign, { association })}</p>`,
  }
}
