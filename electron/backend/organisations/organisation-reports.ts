// Pages about the social map: who was pointed where, whose money ends, what is offered where. Organisations are named, nobody else.
import type { Report } from '../reports/report.ts'
import { cents, count, dayOrNone, facts, none, persons, personsOf, table, text, word } from '../reports/report-cells.ts'
import { findFunding, findJoinRequests, findOffers, listOrganisations } from './organisation-queries.ts'
import { countReferrals } from './referral-queries.ts'

export const referralsReport: Report = {
  code: 'referrals',
  module: 'organisations',
  async build(db, { from, until }) {
    const counts = await countReferrals(db, { from, lastDay: until })
    const sum = (of: (each: (typeof counts)[number]) => number) => counts.reduce((total, each) => total + of(each), 0)
    const helped = (each: (typeof counts)[number]) => each.outcomes.geholpen ?? 0
    const open = (each: (typeof counts)[number]) => each.outcomes.open ?? 0
    return {
      blocks: [
        table(
          'referrals_by_organisation',
          ['organisation', 'referred', 'helped', 'not_known_yet'],
          counts.map((each) => [
            text(each.organisationName),
            persons(each.count),
            personsOf(helped(each), each.count),
            personsOf(open(each), each.count),
          ]),
          [
            word('total'),
            persons(sum((each) => each.count)),
            personsOf(
              sum(helped),
              sum((each) => each.count),
            ),
            personsOf(
              sum(open),
              sum((each) => each.count),
            ),
          ],
        ),
      ],
    }
  },
}

export const fundingReport: Report = {
  code: 'funding',
  module: 'organisations',
  async build(db, _period, today) {
    const lines = (await findFunding(db, today)).filter(({ state }) => state !== 'voorbij')
    const ending = lines.filter(({ state }) => state === 'loopt_af')
    const sum = (some: typeof lines) => some.reduce((total, { amountCents }) => total + amountCents, 0)
    const lineCells = (line: (typeof lines)[number]) => [
      text(line.funder),
      line.organisationName === null ? word('ourselves') : text(line.organisationName),
      line.offerName === null ? none : text(line.offerName),
      cents(line.amountCents),
      word(`funding_${line.kind}`),
      dayOrNone(line.lastDay),
    ]
    const columns = ['funder', 'for_whom', 'for_what', 'amount', 'funding_kind', 'last_day']
    return {
      blocks: [
        facts(null, { funding_lines: count(lines.length), funding_ending: count(ending.length) }),
        table('funding_ends_soon', columns, ending.map(lineCells), [
          ...[word('total'), none, none, cents(sum(ending)), none, none],
        ]),
        table('funding_goes_on', columns, lines.filter((line) => !ending.includes(line)).map(lineCells)),
      ],
    }
  },
}

export const offersReport: Report = {
  code: 'offers',
  module: 'organisations',
  async build(db, _period, today) {
    const offers = await findOffers(db, today)
    const organisations = await listOrganisations(db, today)
    const asked = (await findJoinRequests(db)).filter(({ state }) => state === 'gevraagd')
    const byDistrict = [...Map.groupBy(offers, ({ district }) => district)]
    const districtCell = (district: string | null) => (district === null ? word('no_district') : text(district))
    return {
      blocks: [
        facts(null, {
          organisations: count(organisations.length),
          network_members: count(organisations.filter(({ memberSince }) => memberSince !== null).length),
          join_requests: count(asked.length),
        }),
        table(
          'offers_by_district',
          ['district', 'offers', 'organisations'],
          byDistrict.map(([district, ofOne]) => [
            districtCell(district),
            count(ofOne.length),
            count(new Set(ofOne.map(({ organisationId }) => organisationId)).size),
          ]),
        ),
        table(
          'all_offers',
          ['district', 'offer', 'organisation', 'for_whom'],
          offers.map(({ district, what, organisationName, forWhom }) => [
            districtCell(district),
            text(what),
            text(organisationName),
            forWhom === null ? word('everybody') : text(forWhom),
          ]),
        ),
      ],
    }
  },
}
