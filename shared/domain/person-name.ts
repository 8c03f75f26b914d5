// Names as Dutch lists write them: first name, tussenvoegsel, last name, in one cell or in several.
// Names are never re-spelled: capitals and accents stay as somebody wrote them. Only the sort name is folded.

export interface PersonName {
  /** First names or initials as written, '' when unknown. */
  readonly firstName: string
  /** Tussenvoegsel: "van der", "de", "'t"; '' when there is none. */
  readonly infix: string
  readonly lastName: string
  /** What people call them [roepnaam] when that differs; '' otherwise. */
  readonly called: string
}

/** What somebody should look at: the reading is a guess. */
export type NameDoubt =
  /** "Fam. Jansen": a household, nobody's first name known. */
  | 'family'
  /** Three or more words without a tussenvoegsel: where does the last name begin? */
  | 'manyWords'
  /** One word only. */
  | 'oneWord'
  /** More than two people in one cell. */
  | 'manyPeople'

export interface NameReading {
  /** One person, or two for "Piet en Ria de Wit"; empty when the cell holds no name. */
  readonly people: readonly PersonName[]
  readonly doubt: NameDoubt | null
}

/** "Ria van den Berg": called before first name, everything else as written. */
export function formatName(name: PersonName): string {
  return [name.called || name.firstName, name.infix, name.lastName].filter((part) => part !== '').join(' ')
}

/** "Berg, Ria van den": for lists where the last name leads. */
export function formatNameLastFirst(name: PersonName): string {
  const given = [name.called || name.firstName, name.infix].filter((part) => part !== '').join(' ')
  if (name.lastName === '') return given
  return given === '' ? name.lastName : `${name.lastName}, ${given}`
}

/** Key to sort and page on: lower case, no accents, last name first, tussenvoegsel left out. */
export function makeSortName(name: Pick<PersonName, 'firstName' | 'lastName' | 'called'>): string {
  return foldText(`${name.lastName} ${name.called || name.firstName}`)
}

/** Lower case without accents or punctuation, for comparing and sorting ("O'Briën" and "obrien" are the same). */
export function foldText(text: string): string {
  // Nearly every text is of these signs only, and taking letters apart costs more than all the rest.
  if (/^[ -~]*$/.test(text)) {
    return text
      .toLowerCase()
      .replace(/['`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  }
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´]/g, '')
    .replace(/[øłđðþßæœı]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Reads a name out of one cell. Never throws; what is doubtful is said in `doubt`. */
export function readName(text: string): NameReading {
  const { rest, called, family } = stripTitles(tidy(text))
  if (rest === '') return { people: [], doubt: null }
  const reading = rest.includes(',') ? readLastNameFirst(rest) : readGivenNameFirst(rest)
  const [first] = reading.people
  if (first && called !== '' && reading.people.length === 1) {
    return { ...reading, people: [{ ...first, called: called === first.firstName ? '' : called }] }
  }
  if (family && reading.people.length === 1 && first) return { people: [asFamily(first)], doubt: 'family' }
  return reading
}

/** Splits "van der Berg" from a last-name cell into tussenvoegsel and last name. */
export function splitInfix(lastName: string): { readonly infix: string; readonly lastName: string } {
  const words = tidy(lastName).split(' ')
  let count = 0
  // "in 't Veld", "op den Akker": a preposition opens a last name only before an article.
  if (words.length > 2 && isInfix(words[0], allInfixes) && isInfix(words[1], dutchInfixes)) count = 2
  while (count < words.length - 1 && isInfix(words[count], dutchInfixes)) count += 1
  // "Boer de", "Berg van den": sorted by hand, without a comma.
  let end = words.length
  while (count === 0 && end > 1 && isInfix(words[end - 1], dutchInfixes)) end -= 1
  if (end < words.length) return { infix: words.slice(end).join(' '), lastName: words.slice(0, end).join(' ') }
  return { infix: words.slice(0, count).join(' '), lastName: words.slice(count).join(' ') }
}

/** "weduwe" in "Lies Koning (weduwe)" and "Wed. Koning": beside the name, and not what somebody is called. '' when there is none. */
export function asideOf(text: string): string {
  const [whole = '', inside = ''] = brackets.exec(tidy(text)) ?? []
  if (isAside(inside, tidy(text).replace(whole, ''))) return inside.trim()
  return /^(?:wed\.?|weduwe)(?= )/i.exec(tidy(text))?.[0] ?? ''
}

/** "Piet de Wit" and "Ria" of "Piet de Wit en Ria": the text on both sides of what joins two people. */
export function splitPair(text: string): readonly string[] {
  return text.split(andPattern)
}

/** "van", "der", "'t": words that do not tell people apart. */
export function isInfixWord(word: string): boolean {
  return dutchInfixes.has(word.toLowerCase())
}

/** "El Idrissi", "Ben Ali": a name that begins with a word of the last name itself. */
export function opensLastName(name: string): boolean {
  return lastNameOpeners.has((tidy(name).split(' ')[0] ?? '').toLowerCase())
}

/** Small letters that Unicode does not take apart into a plain one and an accent. */
export const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

// Words that may open a last name on their own ("Van der Berg, Jan"). Others, like "le", are also names (Anh Le).
const dutchInfixes = new Set(
  "van de der den het 't ten ter te op von vom vd v.d. v/d v. v.d v.den v.der v/h a/d o/d 'd d' van't van’t ’t ’s 's".split(
    ' ',
  ),
)
const allInfixes = new Set([
  ...dutchInfixes,
  ...'aan in bij onder over uit voor tot zu zum zur du la le les des da das do dos di del della dal dello'.split(' '),
])
// Words that belong to the last name itself and are sorted with it: Al Khatib, El Idrissi, Ben Ali.
const lastNameOpeners = new Set('al el ben bin ibn abu abou ait aït ould oulad bou mac mc san santa st st.'.split(' '))
const titles = new Set(
  'dhr dhr. hr hr. heer meneer mevr mevr. mw mw. mevrouw mej mej. drs drs. ir ir. ing ing. mr mr. dr dr. prof prof. ds ds. mrs mrs. ms ms.'.split(
    ' ',
  ),
)
const familyWords = new Set(['fam', 'fam.', 'familie', 'family'])
const widowWords = new Set(['wed', 'wed.', 'weduwe'])
const bornWords = new Set(['geb', 'geb.', 'geboren', 'e/v', 'ev', 'wed', 'wed.'])

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/ ?[-–] ?(?=\p{L})/gu, '-')
    .replace(/\.(?=\p{L}{2,})/gu, '. ')
    .replace(/\s+,/g, ',')
    .replace(/^[\s,;.-]+|[\s,;-]+$/g, '')
    .trim()
}

const brackets = / ?[("“]([^)"”]*)[)"”] ?/

/** What people are called is one word with a capital, unless the whole list goes without. A whole name beside a whole name is another spelling of it. */
function isAside(inside: string, outside: string): boolean {
  const isWholeName = (text: string) => text.trim().includes(' ')
  return (/^\s*[^\s\p{Lu}]/u.test(inside) && /\p{Lu}/u.test(outside)) || (isWholeName(inside) && isWholeName(outside))
}

function stripTitles(text: string): { rest: string; called: string; family: boolean } {
  let called = ''
  const withoutBrackets = text.replace(brackets, (match, inside: string) => {
    called = isAside(inside, text.replace(match, '')) ? '' : inside.trim()
    return ' '
  })
  const words = withoutBrackets
    .trim()
    .split(' ')
    .filter((word) => word !== '')
  let family = false
  let hasTitle = false
  while (words.length > 0) {
    const word = (words[0] ?? '').toLowerCase()
    const next = (words[1] ?? '').toLowerCase()
    // "De" of "De heer Jansen" and "De familie Smit" goes with the word behind it.
    const isArticle = word === 'de' && (next === 'heer' || familyWords.has(next))
    if (familyWords.has(word)) family = true
    else if (word.split('/').every((part) => titles.has(part))) hasTitle = true
    // "Dhr. en mevr. De Wit"
    else if (isAnd(word) && hasTitle) family = true
    else if (!isArticle && !(widowWords.has(word) && words.length > 1)) break
    words.shift()
  }
  const withoutTrailing = words.filter((word, at) => !(at > 0 && titles.has(word.toLowerCase()) && word.endsWith('.')))
  return { rest: withoutTrailing.join(' ').replace(/\s+,/g, ','), called, family }
}

function readGivenNameFirst(text: string): NameReading {
  const parts = text.split(andPattern)
  if (parts.length > 2) return { people: [readOne(text).person], doubt: 'manyPeople' }
  const [left, right] = parts.map((part) => stripTitles(part.trim()).rest)
  if (left === undefined || right === undefined || left === '' || right === '') {
    const { person, doubt } = readOne(text.replace(andPattern, ' ').trim())
    return { people: [person], doubt }
  }
  return readCouple(left, right)
}

// "Piet en Ria de Wit", "J. en M. Bakker", "Piet de Wit en Ria Jansen", "Piet de Wit en Ria"
function readCouple(left: string, right: string): NameReading {
  const first = readOne(left)
  const second = readOne(right)
  // "Ria & Wim": nobody's last name.
  if (!left.includes(' ') && !right.includes(' ') && !isInitials(left))
    return { people: [first.person, second.person], doubt: 'oneWord' }
  if (isGivenOnly(left)) {
    const partner = second.person
    return { people: [{ ...partner, firstName: left }, partner], doubt: second.doubt }
  }
  // "De Boer/Visser": behind a last name alone comes another last name.
  if (isGivenOnly(right) && first.person.firstName !== '')
    return { people: [first.person, { ...first.person, firstName: right }], doubt: first.doubt }
  return { people: [first.person, second.person], doubt: first.doubt ?? second.doubt }
}

// "Berg, J. van der", "Berg, van der, Jan", "van der Berg, Jan", "Wit, Piet en Ria de"
function readLastNameFirst(text: string): NameReading {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const head = splitInfix(parts[0] ?? '')
  const tail = parts.slice(1)
  const middleInfix =
    tail.length > 1 ? tail.find((part) => part.split(' ').every((word) => isInfix(word, allInfixes))) : undefined
  const words = tail
    .filter((part) => part !== middleInfix)
    .join(' ')
    .split(' ')
    .filter((word) => word !== '')
  const end = words.length
  let infixFrom = end
  while (infixFrom > 0 && isInfix(words[infixFrom - 1], allInfixes)) infixFrom -= 1
  const infix = [middleInfix ?? '', words.slice(infixFrom).join(' '), head.infix]
    .filter((part) => part !== '')
    .join(' ')
  const given = stripTitles(words.slice(0, infixFrom).join(' ')).rest
  const firstNames = given.split(andPattern).map((name) => name.trim())
  const people = firstNames.map((firstName) => ({ firstName, infix, lastName: head.lastName, called: '' }))
  if (people.length > 2) return { people: people.slice(0, 1), doubt: 'manyPeople' }
  return { people, doubt: given === '' ? 'oneWord' : null }
}

function readOne(text: string): { person: PersonName; doubt: NameDoubt | null } {
  const words = text.split(' ').filter((word) => word !== '')
  const at = lastNameStart(words)
  let lastFrom = at
  while (lastFrom < words.length - 1 && isInfix(words[lastFrom], allInfixes)) lastFrom += 1
  const person = {
    firstName: words.slice(0, at).join(' '),
    infix: words.slice(at, lastFrom).join(' '),
    lastName: words.slice(lastFrom).join(' '),
    called: '',
  }
  if (words.length === 1) return { person, doubt: 'oneWord' }
  return { person, doubt: isGuess(words, at, lastFrom) ? 'manyWords' : null }
}

/** Index of the word where tussenvoegsel or last name begins. */
function lastNameStart(words: readonly string[]): number {
  if (words.length === 1) return 0
  if (isInfix(words[0], dutchInfixes)) return 0
  if (words.length > 2 && isInfix(words[0], allInfixes) && isInfix(words[1], dutchInfixes)) return 0
  const infixAt = words.findIndex((word, at) => at > 0 && at < words.length - 1 && isInfix(word, allInfixes))
  const openerAt = words.findIndex(
    (word, at) => at > 0 && at < words.length - 1 && lastNameOpeners.has(word.toLowerCase()),
  )
  // "Bakker-de Wit", "Bakker geb. Smit": the last name began one word earlier than its own tussenvoegsel.
  const joinedAt = words.findIndex((word, at) => at > 0 && isJoinedInfix(word))
  const bornAt = words.findIndex((word) => bornWords.has(word.toLowerCase()))
  const starts = [infixAt, openerAt, joinedAt, bornAt > 1 ? bornAt - 1 : -1].filter((start) => start > 0)
  if (starts.length > 0) return Math.min(...starts)
  return words.length - 1
}

function isGuess(words: readonly string[], at: number, lastFrom: number): boolean {
  const given = words.slice(0, at)
  const certain = lastFrom > at || lastNameOpeners.has((words[at] ?? '').toLowerCase())
  return given.filter((word) => !isInitials(word)).length > 1 && !certain
}

function isGivenOnly(text: string): boolean {
  const words = text.split(' ')
  return words.length === 1 ? !isInfix(words[0], allInfixes) : words.every((word) => isInitials(word))
}

function isInitials(word: string): boolean {
  return /^(\p{Lu}[\p{Ll}]{0,2}\.[-]?)+$/u.test(word) || /^\p{Lu}{1,3}$/u.test(word)
}

function isInfix(word: string | undefined, infixes: ReadonlySet<string>): boolean {
  return word !== undefined && infixes.has(word.toLowerCase())
}

function isJoinedInfix(word: string): boolean {
  const dash = word.lastIndexOf('-')
  return dash > 0 && isInfix(word.slice(dash + 1), allInfixes)
}

// The slash of "v/d Laan", "e/v Smit" and "a/d Brugh" parts no people.
const andPattern =
  /\s+(?:en|&|\+|and|e\/o)\s+|\s*(?:[&+]|(?<!(?<!\p{L})[aeiouvw](?=\/[dhotv](?!\p{L})))\/)\s*(?=\p{L})/iu

function isAnd(word: string): boolean {
  return word === 'en' || word === '&' || word === '+' || word === 'and'
}

function asFamily(name: PersonName): PersonName {
  // Behind "Fam." there is no first name: everything before the last name was read as one.
  if (name.firstName === '') return name
  if (isInitials(name.firstName.split(' ')[0] ?? '')) return name
  return { ...name, firstName: '', lastName: [name.firstName, name.lastName].join(' ') }
}
