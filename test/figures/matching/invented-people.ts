// Made-up members: few last names that come back often, households of several people, rates that differ inside one.
import { isPaymentReference } from '../../../shared/domain/payment-reference.ts'
import type { Random } from '../../support/random.ts'
import type { SetMember } from './matching-set.ts'

/** The first names stand often in the list: in a neighbourhood half the people share a dozen names. */
const lastNames = (
  'Jansen,Jansen,Jansen,Jansen,de Vries,de Vries,de Vries,de Vries,van Dijk,van Dijk,van Dijk,Bakker,Bakker,Bakker,Visser,Visser,' +
  'Smit,Smit,Smit,Meijer,Meijer,de Boer,de Boer,de Boer,Mulder,Mulder,de Groot,de Groot,Bos,Bos,Vos,Vos,Peters,Peters,' +
  'Hendriks,Hendriks,van Leeuwen,van Leeuwen,Dekker,Brouwer,de Wit,Dijkstra,Dijkstra,Smits,de Graaf,van der Meer,van der Linden,' +
  'Kok,Jacobs,de Haan,Vermeulen,van den Heuvel,van der Veen,van den Broek,de Bruijn,de Bruin,van der Heijden,Schouten,' +
  "Willems,van Vliet,van de Ven,Hoekstra,Maas,Verhoeven,Koster,van Dam,Prins,Blom,Huisman,Peeters,de Jong,de Jong,in 't Veld," +
  "van 't Wout,op de Beek,ter Haar,Yıldız,Yıldız,Şahin,Doğan,El Khatib,El Khatib,Benali,Ait Haddou,Nguyen,Tran,Wójcik,Kovač," +
  'Şimşek,da Costa,Bakker-Smit,Visser-de Boer'
).split(',')
const firstNames = (
  'Jan,Jan,Jan,Piet,Piet,Kees,Henk,Henk,Hans,Hans,Gerrit,Johannes,Johan,Willem,Wim,Maria,Maria,Maria,Anna,Anna,Ria,Els,Truus,' +
  'Corrie,Marijke,Joke,Sanne,Lotte,Daan,Bas,Bram,Ben,Emma,Eva,Iris,Tim,Tom,Ayşe,Fatma,Mehmet,Mustafa,Hülya,Zoë,Renée,Chloé,' +
  'Mohammed,Mohammed,Ahmed,Samira,Yasmina,Linh,Minh,Ewa,Marek,Petra,Gerda,Ineke,Jaap,Koos,Nico,Otto,Paula,Roos,Stef,Thea,Ursula'
).split(',')
const streets =
  'Beukenlaan,Dorpsplein,Esdoornhof,Havenkade,Kastanjedreef,Lange Dijk,Molenpad,Schoolstraat,Veldweg,Wilgenhof'.split(
    ',',
  )

export interface PeopleTraits {
  readonly size: number
  readonly firstNumber: number
  readonly rates: readonly number[]
}

export function inventPeople(random: Random, { size, firstNumber, rates }: PeopleTraits): SetMember[] {
  const members: SetMember[] = []
  let number = firstNumber
  for (let household = 1; members.length < size; household += 1) {
    const street = random.pick(streets) ?? ''
    const nr = 1 + random.below(190)
    const family = random.pick(lastNames) ?? ''
    const people = random.chance(0.55) ? 1 : random.chance(0.72) ? 2 : random.chance(0.7) ? 3 : 4
    for (let index = 0; index < people; index += 1) {
      const name = index > 0 && random.chance(0.22) ? (random.pick(lastNames) ?? '') : family
      members.push({
        ...inventName(random, name),
        no: number,
        household: `G${household}`,
        street,
        nr,
        ...money(random, number, rates),
      })
      // Numbers of those who left are not used again.
      number += random.chance(0.8) ? 1 : 2 + random.below(3)
    }
  }
  return members
}

/** "van der Meer" -> tussenvoegsel and last name; "El Khatib" stays whole. */
function splitName(name: string): { prefix: string; surname: string } {
  const match = /^((?:(?:van|de|der|den|ter|in|op|'t) )*)(.+)$/.exec(name)
  return { prefix: (match?.[1] ?? '').trim(), surname: match?.[2] ?? name }
}

export function inventName(random: Random, name = random.pick(lastNames) ?? '') {
  const first = random.pick(firstNames) ?? ''
  const more = random.chance(0.45) ? letter(random) + (random.chance(0.2) ? letter(random) : '') : ''
  const plainFirst = first.normalize('NFD').replace(/\p{M}/gu, '').slice(0, 1)
  return { first, initials: [plainFirst, ...more].map((sign) => `${sign}.`).join(''), ...splitName(name) }
}

const letter = (random: Random) => random.pick([...'ABCDEFGHJKLMNPRSTW']) ?? 'A'

function money(random: Random, number: number, rates: readonly number[]) {
  const dueCents = random.chance(0.78) ? (rates[0] ?? 1000) : (random.pick(rates) ?? 500)
  const body = `${String(number).padStart(13, '0')}26`
  const reference = [...'0123456789'].map((check) => check + body).find(isPaymentReference) ?? ''
  return { dueCents, reference }
}
