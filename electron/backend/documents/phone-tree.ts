// Who rings whom when something has to be known tonight: one rings a few, each of them rings a few more.
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { isFirstContact } from '../../../shared/domain/role-seats.ts'
import { figures, html, isolated, say } from './html.ts'
import type { Paper } from './paper.ts'
import type { PaperPerson } from './paper-people.ts'
import { heading, madeOn } from './paper-pieces.ts'
import type { PaperWords } from './paper-words.ts'

export interface PhoneTreeValues {
  readonly bookName: string
  readonly group: { readonly id: string; readonly name: string }
  /** By address, so that neighbours ring neighbours. */
  readonly people: readonly PaperPerson[]
  /** How many calls one person makes at the most. */
  readonly most: number
  readonly day: Day
}

export function phoneTree(values: PhoneTreeValues, paperWords: PaperWords): Paper {
  const { words } = paperWords
  const { group, people } = values
  const withPhone = inOrderOfCalling(
    people.filter(({ phones }) => phones.length > 0),
    group.id,
  )
  const without = people.filter(({ phones }) => phones.length === 0)
  const calls = divideCalls(withPhone, values.most)
  const first = withPhone[0]
  return {
    title: `${words.tree.title} ${group.name}`,
    language: paperWords.language,
    style:
      '.calls { display: grid; margin-block-start: 4mm; grid-template-columns: 1fr 1fr; gap: 5mm 10mm; align-items: start } .calls section { break-inside: avoid } .calls h2 { margin: 0 0 1mm; font-size: 1.1em } .calls li { display: flex; justify-content: space-between; gap: 4mm; padding-block: .8mm; border-block-end: .25mm solid #dccfb8 } .calls ul { padding: 0; list-style: none } .calls bdi + bdi { white-space: nowrap } .after { margin-block-start: 6mm }',
    body: html`${heading(html`${words.tree.title} ${isolated(group.name)}`, isolated(values.bookName))}
<p>${words.tree.about}</p>
<div class="calls">${calls.map(
      ({ caller, called }) => html`<section><h2>${say(words.tree.rings, { name: caller.name })}</h2>
<ul>${called.map(
        (person) => html`<li>${isolated(person.name)} ${figures(person.phones[0])}</li>
`,
      )}</ul></section>
`,
    )}</div>
<div class="after">${first && html`<p>${say(words.tree.back, { name: first.name })}</p>`}
${
  first &&
  without.length > 0 &&
  html`<h2>${say(words.tree.visit, { name: first.name })}</h2>
<ul>${without.map(
    (person) => html`<li>${isolated(person.name)}${person.street !== '' && html`, ${isolated(person.street)}`}</li>
`,
  )}</ul>`
}</div>
${madeOn(values.day, paperWords)}`,
  }
}

/** Who looks after the group comes first: the contact person, then the deputy. */
function inOrderOfCalling(people: readonly PaperPerson[], groupId: string): PaperPerson[] {
  return people.toSorted((a, b) => callRank(a, groupId) - callRank(b, groupId))
}

function callRank(person: PaperPerson, groupId: string): number {
  const own = person.roles.filter((term) => term.groupId === groupId).map(({ role }) => role)
  if (own.some(isFirstContact)) return 0
  return own.includes('vervanger') ? 1 : 2
}

/** Whether the tree of `people` begins with somebody else than who of `everybody` looks after the group. */
export function beginsElsewhere(
  people: readonly PaperPerson[],
  everybody: readonly PaperPerson[],
  groupId: string,
): boolean {
  const first = (some: readonly PaperPerson[]) => Math.min(...some.map((person) => callRank(person, groupId)))
  return first(everybody) < first(people.filter(({ phones }) => phones.length > 0))
}

/** The next who are not rung yet are rung by the next who were: so no message goes through more people than it must. */
export function divideCalls<Person>(
  people: readonly Person[],
  most: number,
): readonly { readonly caller: Person; readonly called: readonly Person[] }[] {
  const calls: { caller: Person; called: readonly Person[] }[] = []
  let next = 1
  for (const caller of people) {
    if (next >= people.length) break
    calls.push({ caller, called: people.slice(next, next + most) })
    next += most
  }
  return calls
}
