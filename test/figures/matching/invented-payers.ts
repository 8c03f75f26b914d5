// Who pays for whom, from which account, how often, and what they write.
import { monthsBetween } from '../../../shared/domain/calendar-date.ts'
import type { Random } from '../../support/random.ts'
import { inventName } from './invented-people.ts'
import type { SetMember } from './matching-set.ts'

export interface Payer {
  readonly members: readonly SetMember[]
  /** One transfer for all, or one for each in turn. */
  readonly inTurn: boolean
  /** Months per payment. */
  readonly every: 1 | 3 | 6 | 12
  /** First month of the year in which they are members, 1 to 12. */
  readonly from: number
  iban: string
  readonly name: string
  readonly style: TextStyle
}

export type TextStyle =
  | 'number'
  | 'address'
  | 'plain'
  | 'month'
  | 'empty'
  | 'reference'
  | 'typedReference'
  | 'firstNames'

export function inventPayers(random: Random, members: readonly SetMember[], collected: ReadonlySet<number>): Payer[] {
  const households = Map.groupBy(members, ({ household }) => household)
  return [...households.values()].flatMap((household) => {
    const paying = household.filter(({ no }) => !collected.has(no))
    if (paying.length === 0) return []
    const apart = paying.length > 1 && random.chance(0.2)
    const groups = apart ? paying.map((member) => [member]) : [paying]
    return groups.map((group) => inventPayer(random, group))
  })
}

function inventPayer(random: Random, members: readonly SetMember[]): Payer {
  const [first = inventMember(random)] = members
  const style = random.pick(styles) ?? 'plain'
  // A reference is of one member: who pays for more of them cannot use one.
  const fits = members.length > 1 && (style === 'reference' || style === 'typedReference') ? 'number' : style
  return {
    members,
    inTurn: members.length > 1 && random.chance(0.12),
    every: random.chance(0.82) ? 1 : random.chance(0.6) ? 3 : random.chance(0.5) ? 6 : 12,
    from: random.chance(0.06) ? 2 + random.below(9) : 1,
    iban: inventIban(random),
    name: random.chance(0.06)
      ? accountName(random, [inventMember(random)])
      : accountName(random, [first, ...members.slice(1)]),
    style: fits,
  }
}

const styles: readonly TextStyle[] = [
  ...(['number', 'number', 'number', 'number', 'address', 'address', 'plain', 'plain', 'plain', 'plain'] as const),
  ...(['month', 'month', 'empty', 'empty', 'reference', 'typedReference', 'firstNames'] as const),
]

const inventMember = (random: Random): SetMember => ({
  ...inventName(random),
  no: 0,
  household: '',
  street: '',
  nr: 0,
  dueCents: 0,
  reference: '',
})

const banks = ['INGB', 'RABO', 'ABNA', 'SNSB', 'ASNB', 'TRIO', 'BUNQ', 'KNAB', 'RBRB'] as const

/** Looks like one; nobody checks the digits of an account on the other side. */
export function inventIban(random: Random): string {
  const digits = Array.from({ length: 10 }, () => random.below(10)).join('')
  return `NL${String(2 + random.below(96)).padStart(2, '0')}${random.pick(banks) ?? 'INGB'}${digits}`
}

/** As banks write the name of an account. */
function accountName(random: Random, holders: readonly SetMember[]): string {
  const [first, second] = holders
  if (!first) return ''
  const plain = plainLetters(first)
  const letters = plain.initials.replace(/\./g, '')
  const last = [plain.prefix, plain.surname].filter((part) => part !== '').join(' ')
  if (second && random.chance(0.4)) {
    const other = plainLetters(second)
    return `${plain.initials}${last} e/o ${other.initials}${random.chance(0.7) ? `${other.prefix} ` : ''}${other.surname}`.replace(
      / +/g,
      ' ',
    )
  }
  const forms = [
    `${plain.initials} ${last}`,
    `${random.chance(0.5) ? 'Hr' : 'Mw'} ${plain.initials} ${last}`,
    `${letters} ${last}`.toUpperCase(),
    `${plain.surname} ${letters} ${plain.prefix}`.trim().toUpperCase(),
    `${plain.first} ${last}`,
    `${first.first} ${[first.prefix, first.surname].join(' ').trim()}`,
    `${plain.initials} ${last}-${inventName(random).surname}`,
    ...(random.chance(0.15) ? [`Fam. ${last}`, `${plain.initials.slice(0, 2)} ${plain.surname}`] : []),
  ]
  return (random.pick(forms) ?? '').replace(/ +/g, ' ')
}

/** Many banks know no accents. */
function plainLetters(member: SetMember): SetMember {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i')
  return { ...member, first: plain(member.first), surname: plain(member.surname) }
}

const monthNames = 'januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december'.split(',')

/** What the payer writes for these members; `vague` when it does not say for whom. */
export function writeText(random: Random, payer: Payer, members: readonly SetMember[], day: string) {
  const style = random.chance(0.08) ? 'plain' : payer.style
  const month = monthNames[monthsBetween('2026-01-01', day)] ?? ''
  const period =
    payer.every === 12
      ? '2026'
      : payer.every === 3
        ? `kwartaal ${1 + Math.floor((Number(day.slice(5, 7)) - 1) / 3)}`
        : month
  const numbers = members.map(({ no }) => no).join(random.pick([' en ', ', ', ' ', '+']))
  const [first] = members
  switch (style) {
    case 'number':
      return named(
        random.pick([
          `lidnr ${numbers} contributie ${period}`,
          `contributie lid ${numbers}`,
          `Lidnummer ${numbers}`,
          `${numbers} contributie ${period}`,
          `lidnr.${numbers} ${period}`,
          `Contributie ${numbers}`,
        ]),
      )
    case 'address':
      return named(
        `contributie ${members.map((member) => [member.first, member.prefix, member.surname].filter((part) => part !== '').join(' ')).join(' en ')} ${first?.street} ${first?.nr}`,
      )
    case 'firstNames':
      return named(`contr. ${members.map((member) => member.first).join(' en ')}`)
    case 'reference':
      return { ...named(''), ref: withTypingMistake(random, first?.reference ?? '') }
    case 'typedReference':
      return named(`betalingskenmerk ${(first?.reference ?? '').replace(/(\d{4})(?=\d)/g, '$1 ')}`)
    case 'month':
      return vague(random.pick([`contributie ${period}`, `${period} 2026`, `contr ${month.slice(0, 3)}`]))
    case 'empty':
      return vague(random.pick(['', '', '🙂', 'betaling', 'periodieke overboeking']))
    case 'plain':
      return vague(
        random.pick([
          'contributie',
          'Contributie buurtvereniging',
          'lidmaatschap',
          'bijdrage buurt',
          'contr.',
          'contributie, groetjes',
          'Ledenbijdrage 2026',
          'vaste bijdrage wijkvereniging',
        ]),
      )
  }
}

const named = (text: string | undefined) => ({ text: text ?? '', vague: false, ref: undefined as string | undefined })
const vague = (text: string | undefined) => ({ text: text ?? '', vague: true, ref: undefined as string | undefined })

function withTypingMistake(random: Random, reference: string): string {
  if (!random.chance(0.02) || reference === '') return reference
  const at = 1 + random.below(reference.length - 1)
  return reference.slice(0, at) + String((Number(reference[at]) + 1) % 10) + reference.slice(at + 1)
}
