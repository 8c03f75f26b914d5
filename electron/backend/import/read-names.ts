// The name cells of a row, in one column or in many, of one person or of two.
import { type NameDoubt, type PersonName, readName, splitInfix } from '../../../shared/domain/person-name.ts'
import type { ListRow } from './list-row.ts'

interface Names {
  readonly people: readonly PersonName[]
  readonly doubt: NameDoubt | null
}

export function readNames(row: Pick<ListRow, 'text' | 'has'>): Names {
  const own = readOwn(row)
  const partner = readPartner(row, own.people[0])
  return partner && own.people.length < 2 ? { people: [...own.people, partner], doubt: own.doubt } : own
}

function readOwn(row: Pick<ListRow, 'text' | 'has'>): Names {
  const lastName = row.text('lastName')
  const firstName = row.text('firstName') || row.text('initials')
  const called = row.text('called')
  if (lastName === '' && row.text('name') !== '') return readWholeName(row, firstName, called)
  if (lastName === '' && firstName === '' && called === '') return { people: [], doubt: null }
  // "van der Berg" in the last-name column of a list without one for the tussenvoegsel; "Berg, van der" as well.
  // A list with a column for the tussenvoegsel says with an empty cell that there is none.
  const infix = row.text('infix')
  const turned = /^([^,]+),\s*(.+)$/.exec(lastName)
  const whole = turned && infix === '' ? `${turned[2]} ${turned[1]}` : lastName
  const last = row.has('infix') ? { infix, lastName: whole } : splitInfix(whole)
  const names = splitCouple(firstName || called)
  return {
    people: names.map((name, at) => ({
      firstName: name,
      infix: last.infix,
      lastName: last.lastName,
      called: at === 0 && called !== '' && called !== name ? called : '',
    })),
    doubt: names.length === 1 && (lastName === '' || firstName + called === '') ? 'oneWord' : null,
  }
}

/** A whole name in one column; a column for the first name or tussenvoegsel beside it makes it the last name. */
function readWholeName(row: Pick<ListRow, 'text' | 'has'>, firstName: string, called: string): Names {
  const text = row.text('name')
  const infix = row.text('infix')
  const given = firstName || called
  if (given !== '' || infix !== '') {
    const whole = readName(text)
    const [only] = whole.people
    // The name column may hold everything again: "Jan de Wit" beside "Jan".
    if (only && whole.people.length === 1 && only.firstName !== '' && infix === '') {
      const nickname = called !== '' && called !== only.firstName ? called : ''
      return { people: [{ ...only, called: nickname || only.called }], doubt: whole.doubt }
    }
    const last = infix === '' ? splitInfix(text) : { infix, lastName: text }
    return { people: splitCouple(given).map((name) => ({ firstName: name, ...last, called: '' })), doubt: null }
  }
  return readName(text)
}

function readPartner(row: Pick<ListRow, 'text' | 'has'>, own: PersonName | undefined): PersonName | undefined {
  const whole = row.text('partnerName')
  const firstName = row.text('partnerFirstName')
  const lastName = row.text('partnerLastName')
  if (firstName !== '' || lastName !== '') {
    const infix = row.text('partnerInfix')
    // Without a last name of their own they go by the one on the row.
    if (lastName === '') return { firstName, infix: own?.infix ?? '', lastName: own?.lastName ?? '', called: '' }
    return { firstName, called: '', ...(infix === '' ? splitInfix(lastName) : { infix, lastName }) }
  }
  if (whole === '') return undefined
  const [read] = readName(whole).people
  if (!read) return undefined
  // One word is a first name here: "Partner: Ria".
  if (!whole.includes(' '))
    return { firstName: whole, infix: own?.infix ?? '', lastName: own?.lastName ?? '', called: '' }
  return read
}

function splitCouple(firstNames: string): string[] {
  const names = firstNames.split(/\s+(?:en|&|\+|and)\s+|\s*[&+/]\s*/i).filter((name) => name !== '')
  return names.length === 2 ? names : [firstNames]
}
