// What goes by post or e-mail: labels, envelopes and letters.
import type { LetterWish, PaperRemark, PaperWish } from '../../../shared/contract/documents.ts'
import { labelSheets } from '../../../shared/domain/label-sheet.ts'
import { unknownFields } from '../../../shared/domain/letter-fields.ts'
import { isCurrent, isFirstContact } from '../../../shared/domain/role-seats.ts'
import type { BookContext } from '../context.ts'
import { textCell } from '../export/exported-list.ts'
import { fileName } from '../files/file-name.ts'
import { peopleLeftOut, peopleRestricted } from '../rights/left-out.ts'
import { findTerms } from '../roles/role-queries.ts'
import { RuleBroken } from '../rule-broken.ts'
import { addressLabels, envelopes } from './label-sheets.ts'
import { letterPaper } from './letter-paper.ts'
import {
  divideWays,
  emptyFields,
  type LetterSetting,
  linesOf,
  mailOf,
  mailText,
  namesOf,
  type Party,
  partiesOf,
  textFor,
  writeLetterTo,
} from './letter-parties.ts'
import { bookNameOf, type MadePaper, peopleOfWish } from './paper-sources.ts'
import { paperWords } from './paper-words.ts'

type Wish<Document extends PaperWish['document']> = Extract<PaperWish, { document: Document }>

export async function makeLabels(context: BookContext, wish: Wish<'labels'>): Promise<MadePaper> {
  const { addressees, remarks } = await addresseesOf(context, wish)
  const { language, start, nudge, sheet } = wish
  const title = await bookNameOf(context)
  return {
    paper: addressLabels({ title, language, sheet: labelSheets[sheet], labels: addressees, start, nudge }),
    remarks,
  }
}

export async function makeEnvelopes(context: BookContext, wish: Wish<'envelopes'>): Promise<MadePaper> {
  const { addressees, remarks } = await addresseesOf(context, wish)
  const { language, size, nudge } = wish
  const title = await bookNameOf(context)
  return {
    paper: envelopes({ title, language, size, sender: linesOf(wish.sender), addressees, nudge }),
    remarks,
  }
}

/** Where the post goes, line by line: to everybody, or to each household once. */
async function addresseesOf(context: BookContext, wish: Wish<'labels'> | Wish<'envelopes'>) {
  const { people, remarks } = await peopleOfWish(context, wish.who)
  const reached = people.filter(({ addressLines }) => addressLines.length > 0)
  const parties = partiesOf(reached, wish.perHousehold)
  return {
    addressees: parties.map((party) => [namesOf(party, wish.language), ...(party[0]?.addressLines ?? [])]),
    remarks: [...remarks, ...remarksOf({ noAddress: people.length - reached.length }, parties.length === 0)],
  }
}

/** The letters that go on paper. */
export async function makeLetters(context: BookContext, wish: LetterWish): Promise<MadePaper> {
  const { parties, setting, remarks } = await letterMailing(context, wish)
  const title = titleOf(wish, setting)
  const letters = parties.filter(({ way }) => way === 'paper').map((party) => writeLetterTo(party, wish, setting))
  const { language } = wish
  return {
    paper: letterPaper({ title, language, sender: linesOf(wish.sender), letters }),
    remarks,
  }
}

/** Whom a letter goes to, how and in which language. */
export async function listParties(context: BookContext, wish: LetterWish) {
  const { parties, remarks } = await letterMailing(context, wish)
  return {
    parties: parties.map((party) => {
      const { key, names, way, canMail, canPaper } = party
      return { key, names, language: textFor(party, wish).language, way, canMail, canPaper }
    }),
    remarks,
  }
}

/** Whom a letter goes to, and what its maker should know. */
async function letterMailing(context: BookContext, wish: LetterWish) {
  const { people, remarks: leftOut } = await peopleOfWish(context, wish.who)
  // Who said no to e-mail gets a letter.
  const noMail = await peopleLeftOut(context.db, 'mail')
  const parties = divideWays(people, wish, noMail)
  const setting = await settingOf(context)
  const unknown = unknownFields([wish, ...wish.translations].flatMap(({ subject, text }) => [subject, text]).join('\n'))
  const remarks: PaperRemark[] = [
    ...unknown.map((field) => ({ kind: 'unknownField' as const, count: 1, field })),
    ...emptyFields(parties, wish, setting),
    ...leftOut,
    ...remarksOf({ noAddress: parties.filter(({ way }) => way === 'none').length }, parties.length === 0),
  ]
  return { parties, setting, remarks, noMail }
}

/** @throws RuleBroken notFound */
export async function mailTo(context: BookContext, wish: LetterWish, key: string) {
  const { parties, setting, noMail } = await letterMailing(context, wish)
  const party = parties.find((each) => each.key === key)
  const draft = party && mailsOf([party], wish, setting, noMail)[0]
  if (!draft) throw new RuleBroken('notFound', { table: 'person' })
  return { to: draft.to, subject: draft.subject, body: draft.body }
}

/** All e-mails as a spreadsheet: address, name, subject and text. */
export async function saveMails(context: BookContext, wish: LetterWish) {
  const { parties, setting, noMail } = await letterMailing(context, wish)
  const mails = mailsOf(
    parties.filter(({ way }) => way === 'mail'),
    wish,
    setting,
    noMail,
  )
  const { words } = paperWords(wish.language)
  const title = titleOf(wish, setting)
  const { writeXlsx } = await import('../export/write-xlsx.ts')
  const bytes = await writeXlsx({
    title: fileName(title) || 'e-mail',
    headings: ['E-mail', words.name, words.mail.subject, words.mail.text],
    rows: mails.map(({ to, names, subject, body }) => [to, names, subject, body].map((text) => textCell(text))),
  })
  const name = `${fileName(title)} ${context.today()}.xlsx`
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  return { file: context.files.produce(name, type, bytes), name, rows: mails.length }
}

/** Of all of them together: without what is different for each. */
function titleOf({ subject }: LetterWish, { association }: LetterSetting): string {
  const title = subject.replaceAll('{vereniging}', association).replace(/\{[^}]*\}/g, '')
  return title.trim() || association
}

function mailsOf(parties: readonly Party[], wish: LetterWish, setting: LetterSetting, noMail: ReadonlySet<string>) {
  return parties.flatMap((party) => {
    const to = mailOf(party.people, noMail)
    if (to === null) return []
    const letter = writeLetterTo(party, wish, setting)
    return { to, names: party.names, subject: letter.subject, body: mailText(letter) }
  })
}

async function settingOf(context: BookContext): Promise<LetterSetting> {
  const today = context.today()
  const terms = await findTerms(context.db, { inNeighbourhoods: true })
  const restricted = await peopleRestricted(context.db)
  // Two coordinators, or a duo, are both whom people turn to.
  const contacts = terms.filter(
    (term) => isCurrent(term, today) && isFirstContact(term.role) && !restricted.has(term.personId),
  )
  return {
    association: await bookNameOf(context),
    day: today,
    contactsOf: (groupId) => [
      ...new Set(contacts.filter(({ neighbourhoodId }) => neighbourhoodId === groupId).map(({ name }) => name)),
    ],
  }
}

function remarksOf({ noAddress }: { readonly noAddress: number }, isEmpty: boolean): PaperRemark[] {
  return [
    ...(noAddress > 0 ? [{ kind: 'noAddress' as const, count: noAddress }] : []),
    ...(isEmpty ? [{ kind: 'nobody' as const, count: 0 }] : []),
  ]
}
