import type { Day } from '../../../shared/domain/calendar-date.ts'
import { html, isolated, say } from './html.ts'
import type { Paper } from './paper.ts'
import type { PaperPerson } from './paper-people.ts'
import { heading, keptPiece, madeOn, reach, rolesOf, table } from './paper-pieces.ts'
import type { PaperWords } from './paper-words.ts'

export interface MemberListValues {
  readonly bookName: string
  /** null: of everybody. */
  readonly group: { readonly id: string; readonly name: string } | null
  readonly people: readonly PaperPerson[]
  /** It leaves the hands of who keeps the book. */
  readonly isHandedOut: boolean
  readonly letters: 'usual' | 'large'
  readonly day: Day
}

/** The list that hangs on the fridge: who lives where, and how to reach them. */
export function memberList(values: MemberListValues, paperWords: PaperWords): Paper {
  const { words } = paperWords
  const { bookName, group, people } = values
  const title = [words.members.title, group?.name ?? bookName].join(' ')
  return {
    title,
    language: paperWords.language,
    letters: values.letters,
    body: html`${heading(
      html`${words.members.title} ${isolated(group?.name ?? bookName)}`,
      group && isolated(bookName),
      say(words.howMany, { count: people.length }),
    )}
${values.isHandedOut && html`<p>${words.members.keep}</p>`}
${peopleTable(people, group?.id ?? null, paperWords)}
${madeOn(values.day, paperWords)}`,
  }
}

/** Name, task, address and how to reach them. */
function peopleTable(people: readonly PaperPerson[], groupId: string | null, paperWords: PaperWords) {
  const { words } = paperWords
  return table({
    headings: [words.name, words.address, words.reach],
    rows: people.map((person) => {
      const roles = rolesOf(person, groupId, paperWords)
      return [
        html`${isolated(person.lastFirst)}${roles !== '' && html`<br><span class="soft">${roles}</span>`}`,
        keptPiece(person.street),
        reach(person),
      ]
    }),
  })
}
