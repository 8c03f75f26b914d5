// A year of bank lines of an invented neighbourhood, by a seed. Meant to be harder than life: names that repeat, payers who are no
// members, accounts that change, texts that say nothing, income that looks like dues.
import { type Random, seededRandom } from '../../support/random.ts'
import { inventIban, inventPayers, type Payer, writeText } from './invented-payers.ts'
import { inventPeople } from './invented-people.ts'
import type { Label, MatchingSet, SetLine, SetMandate, SetMember } from './matching-set.ts'

interface Drawn {
  readonly line: Omit<SetLine, 'id'>
  readonly label: Label
}

export function generateSet(seed: number): MatchingSet {
  const random = seededRandom(seed)
  const members = inventPeople(random, {
    size: 150 + random.below(200),
    firstNumber: random.pick([1, 101, 1001, 1001, 20001]) ?? 1001,
    rates: random.pick([
      [1000, 500],
      [1000, 500],
      [1000, 500],
      [500, 1000],
      [750, 1250, 500],
    ]) ?? [1000, 500],
  })
  const mandates = inventMandates(random, members)
  const collected = new Set(mandates.map(({ member }) => member))
  const payers = inventPayers(random, members, collected)
  const drawn = [
    ...payers.flatMap((payer) => drawPayments(random, payer)),
    ...drawCollections(random, mandates, members),
    ...drawOthers(random, payers),
  ].sort((a, b) => (a.line.date < b.line.date ? -1 : a.line.date > b.line.date ? 1 : 0))
  const transactions = drawn.map(({ line }, at): SetLine => ({ id: `B${String(at + 1).padStart(5, '0')}`, ...line }))
  const labels = Object.fromEntries(drawn.map(({ label }, at) => [transactions[at]?.id ?? '', label]))
  return { members, mandates, transactions, labels }
}

/** Every payment of one payer in the year, with arrears that are caught up and money that comes twice. */
function drawPayments(random: Random, payer: Payer): Drawn[] {
  const drawn: Drawn[] = []
  const owed = new Map(payer.members.map(({ no }) => [no, 0]))
  for (let month = payer.from; month <= 12; month += payer.every) {
    const groups = payer.inTurn ? payer.members.map((member) => [member]) : [payer.members]
    // A new account at another bank, without a word.
    if (random.chance(0.01)) payer.iban = inventIban(random)
    for (const members of groups) {
      const due = members.map((member) => ({
        m: member.no,
        c: (owed.get(member.no) ?? 0) + member.dueCents * payer.every,
      }))
      const alloc = random.chance(0.025) ? [] : random.chance(0.02) ? halve(due) : due
      for (const { m, c } of due) owed.set(m, c - (alloc.find((share) => share.m === m)?.c ?? 0))
      const times = alloc.length > 0 && random.chance(0.008) ? 2 : 1
      for (let time = 0; time < times && alloc.length > 0; time += 1) {
        drawn.push(drawPayment(random, payer, members, alloc, dayIn(random, month)))
      }
    }
  }
  return drawn
}

function drawPayment(
  random: Random,
  payer: Payer,
  members: readonly SetMember[],
  alloc: { m: number; c: number }[],
  date: string,
): Drawn {
  const { text, vague, ref } = writeText(random, payer, members, date)
  const [only] = members
  const alike = payer.members.filter(({ dueCents }) => dueCents === only?.dueCents).map(({ no }) => no)
  return {
    line: {
      date,
      cents: alloc.reduce((total, { c }) => total + c, 0),
      iban: payer.iban,
      name: payer.name,
      desc: mistype(random, text),
      ...(ref === undefined ? {} : { ref }),
    },
    label: {
      kind: 'dues',
      alloc: alloc.filter(({ c }) => c > 0),
      ...(payer.inTurn && vague && alike.length > 1 ? { interchangeable: alike } : {}),
    },
  }
}

const halve = (due: readonly { m: number; c: number }[]) => due.map(({ m, c }) => ({ m, c: Math.floor(c / 200) * 100 }))

/** One digit of a member number wrong, now and then: it may be somebody else's number. */
function mistype(random: Random, text: string): string {
  if (!random.chance(0.006)) return text
  return text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1 + random.below(8)) % 10))
}

function inventMandates(random: Random, members: readonly SetMember[]): SetMandate[] {
  return members
    .filter(() => random.chance(0.08))
    .map(({ no, dueCents }) => ({ member: no, mandate: `M-${no}-1`, iban: inventIban(random), dueCents }))
}

const returnCodes = ['AM04', 'AC01', 'AC04', 'AC06', 'MD01', 'MD06', 'MS02', 'MS03', 'SL01']

function drawCollections(random: Random, mandates: readonly SetMandate[], members: readonly SetMember[]): Drawn[] {
  const drawn: Drawn[] = []
  for (let month = 1; month <= 12 && mandates.length > 0; month += 1) {
    const batch = `INC-2026-${String(month).padStart(2, '0')}`
    const cents = mandates.reduce((total, { dueCents }) => total + dueCents, 0)
    const date = `2026-${String(month).padStart(2, '0')}-02`
    drawn.push({
      line: {
        date,
        cents,
        iban: null,
        name: null,
        desc: `SEPA incasso batch ${batch} ${mandates.length} posten`,
        pmtInfId: batch,
      },
      label: { kind: 'batch' },
    })
    for (const mandate of mandates.filter(() => random.chance(0.03)))
      drawn.push(drawReturn(random, mandate, members, batch, month))
  }
  return drawn
}

function drawReturn(
  random: Random,
  mandate: SetMandate,
  members: readonly SetMember[],
  batch: string,
  month: number,
): Drawn {
  const member = members.find(({ no }) => no === mandate.member)
  const ids = random.pick([
    { e2e: true, mandate: true },
    { e2e: true, mandate: false },
    { e2e: false, mandate: true },
  ])
  return {
    line: {
      date: dayIn(random, month, 5),
      cents: -mandate.dueCents,
      iban: mandate.iban,
      name: `${member?.initials} ${member?.surname}`,
      desc: random.pick(['Storno contributie', 'SEPA incasso terugboeking', '']) ?? '',
      ...(ids?.e2e ? { e2e: `${batch}-${mandate.member}` } : {}),
      ...(ids?.mandate ? { mandate: mandate.mandate } : {}),
      ret: random.pick(returnCodes) ?? 'MS03',
    },
    label: { kind: 'storno', alloc: [{ m: mandate.member, c: -mandate.dueCents }] },
  }
}

/** From people who also pay dues: some with words that say so plainly, some with words that no list has. */
const otherTexts = (
  'BBQ 2 personen,barbecue zaterdag,kaartjes buurtfeest,kaarten bingo,gift speelplek,gift,donatie bankje,loterij lot 1042,3 lootjes,' +
  'huur tent,huur geluidsset,aanmelding uitje,consumpties,eigen bijdrage busreis,bijdrage barbecue,rommelmarkt kraam 12,tikkie pizza,' +
  'pannenkoeken,legpuzzel,voor de kerstboom,planten voorjaar,kopieën,sleutel schuur,teruggave voorgeschoten,slingers,oud papier'
).split(',')
const outsiders: readonly (readonly [string, string, number])[] = [
  ['Gemeente Oosterhout', 'Subsidie bewonersinitiatief 2026', 60000],
  ['Stichting Buurtfonds', 'Toekenning aanvraag 26-1017', 25000],
  ['Supermarkt Jansen', 'statiegeld', 1000],
  ['Bakkerij de Vries', 'sponsoring straatfeest', 5000],
  ['Bakker Installaties B.V.', 'advertentie wijkblad nr 1010', 10000],
  ['Rabobank', 'Creditrente', 214],
  ['Mollie', 'Uitbetaling kaartverkoop', 31250],
  ['J. Peters', 'Verkoop gasfornuis', 2500],
  ['Woningstichting Smit', 'bijdrage plantenbakken', 50000],
  ['Peters Media', '', 1000],
]

function drawOthers(random: Random, payers: readonly Payer[]): Drawn[] {
  const drawn: Drawn[] = []
  for (let month = 1; month <= 12; month += 1) {
    for (let count = random.below(4); count > 0; count -= 1) {
      const payer = random.pick(payers)
      const rate = payer?.members.reduce((total, { dueCents }) => total + dueCents, 0) ?? 1000
      const cents = random.pick([rate, rate, 2 * rate, 750, 1500, 2000, 2500]) ?? 1000
      if (payer) drawn.push(other(payer.iban, payer.name, random.pick(otherTexts) ?? '', cents, dayIn(random, month)))
    }
    for (let count = random.below(3); count > 0; count -= 1) {
      const [name, text, cents] = random.pick(outsiders) ?? ['', '', 0]
      drawn.push(other(inventIban(random), name, text, cents, dayIn(random, month)))
    }
    if (random.chance(0.7)) {
      const cents = -100 * (5 + random.below(300))
      drawn.push(
        other(
          inventIban(random),
          random.pick(['Drukkerij Visser', 'Energie B.V.', 'Kok Feestverhuur']) ?? '',
          `factuur ${random.below(900)}`,
          cents,
          dayIn(random, month),
        ),
      )
    }
  }
  return drawn
}

const other = (iban: string, name: string, desc: string, cents: number, date: string): Drawn => ({
  line: { date, cents, iban, name, desc },
  label: { kind: 'other' },
})

function dayIn(random: Random, month: number, from = 1): string {
  const day = from + random.below(29 - from)
  return `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
