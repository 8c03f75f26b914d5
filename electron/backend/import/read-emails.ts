// Cells with addresses of e-mail: one or many, with words beside them, of one person or of two.
import { readEmail } from '../../../shared/domain/email-address.ts'
import { foldText, type PersonName } from '../../../shared/domain/person-name.ts'
import { type Reason, reason } from './candidate.ts'
import type { ListRow } from './list-row.ts'

/** @param people who the row is about: nobody, one, or a couple */
export function readEmails(
  row: ListRow,
  people: readonly PersonName[],
  errors: Reason[],
): { own: string | undefined; partner: string | undefined; left: string[] } {
  const worded: string[] = []
  const read = (text: string): { email: string; words: string }[] => {
    // Most cells are one address and no more.
    const plain = isBare(text) ? readEmail(text) : null
    if (plain !== null) return [{ email: plain, words: '' }]
    // "heeft geen computer", "via dochter": no address at all, so nothing is wrong with it.
    if (!/[@.]/.test(text) && text.includes(' ')) {
      worded.push(text)
      return []
    }
    // "Ria Berg <ria@example.org>", "ria@example.org (Ria)": the address, with who it is of.
    const parts = text.includes('@') ? text.split(/\s*[;,|]\s*|\s*\/\s*(?=[^/]*@)/) : [text]
    return parts.flatMap((part) => {
      const addresses = part.split(/[\s<>()[\]"]+|(?<=\s)(?:en|of|and|or)(?=\s)/).filter((each) => each.includes('@'))
      const words = foldText(addresses.reduce((rest, address) => rest.replace(address, ' '), part))
      if (addresses.length === 0 && part !== '' && text.includes('@') && !part.includes('.')) return []
      return (addresses.length === 0 ? part.split(/\s+/) : addresses).flatMap((each) => {
        if (each === '') return []
        const email = readEmail(each)
        if (email === null) errors.push(reason('emailWrong', { value: each }))
        return email === null ? [] : [{ email, words }]
      })
    })
  }
  const readAll = (field: 'email' | 'partnerEmail') =>
    row.all(field).flatMap((text) => {
      const found = read(text)
      if (
        !isBare(text) &&
        found.length > 0 &&
        !saysOnly(
          text,
          found.map(({ email }) => email),
          people,
        )
      )
        worded.push(text)
      return found
    })
  const [first, second] = people
  const isOf = (person: PersonName | undefined, words: string) =>
    person !== undefined && namesOf(person).some((name) => words.split(' ').includes(name))
  const cells = readAll('email')
  const named = cells.filter(({ words }) => isOf(second, words) && !isOf(first, words))
  const own = cells.filter((cell) => !named.includes(cell)).map(({ email }) => email)
  const partner = [...readAll('partnerEmail'), ...named].map(({ email }) => email)
  const taken = { own: own[0], partner: people.length > 1 ? (partner[0] ?? own[1]) : undefined }
  const left = [...new Set([...own, ...partner])].filter((email) => email !== taken.own && email !== taken.partner)
  // What was written beside them says those too.
  return { ...taken, left: [...left.filter((email) => !worded.some((text) => text.includes(email))), ...worded] }
}

/** Whether what stands beside the addresses is no more than the names of these people. */
function saysOnly(text: string, emails: readonly string[], people: readonly PersonName[]): boolean {
  const known = new Set([
    'en',
    'of',
    'and',
    'or',
    'mailto',
    ...people.flatMap((person) => Object.values(person).flatMap((part) => foldText(part).split(' '))),
  ])
  const bare = emails.reduce((rest, email) => rest.replace(new RegExp(escapeWords(email), 'gi'), ' '), text)
  return foldText(bare)
    .split(' ')
    .every((word) => word === '' || known.has(word))
}

const escapeWords = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const namesOf = ({ firstName, called }: PersonName) =>
  [called, firstName].filter((name) => name !== '').map((name) => foldText(name))

const isBare = (text: string) => !/[^\w.@+-]/.test(text)
