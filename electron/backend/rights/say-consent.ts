import type { Day } from '../../../shared/domain/calendar-date.ts'
import type { consentGivers, consentWays } from '../../../shared/domain/care.ts'
import {
  type ConsentPurpose,
  consentPurposes,
  gatheringPurposes,
  purposeTextVersion,
} from '../../../shared/domain/person-rights.ts'
import type { BookContext } from '../context.ts'
import { insertRows } from '../database/insert-rows.ts'
import { liveRow } from '../database/rows.ts'
import type { Row } from '../database/schema.ts'
import type { Reader } from '../database/transaction.ts'
import { write } from '../database/write.ts'
import { rowsOf } from '../dues/rows.ts'
import { findLivePerson } from '../members/person-queries.ts'
import { refuseFuture } from '../refuse-future.ts'
import { peopleLeftOut, whoAgreedTo } from './left-out.ts'
import { consentId } from './rights-table.ts'

interface SaidConsent {
  readonly personId: string
  readonly purpose: ConsentPurpose
  readonly answer: 'ja' | 'nee'
  readonly by: (typeof consentGivers)[number]
  readonly how: (typeof consentWays)[number]
  readonly day: Day
}

/** A yes counts for the words of today; a no keeps by which words there was a yes. @throws RuleBroken notFound, dayInFuture */
export async function sayConsent(context: BookContext, said: SaidConsent): Promise<void> {
  refuseFuture(context.today(), said.day)
  const subject = { table: 'person', id: said.personId } as const
  const kind = said.answer === 'ja' ? 'purposeConsentGiven' : 'purposeConsentRefused'
  await write(context, { kind, subject, details: { purpose: said.purpose } }, async (tx) => {
    await findLivePerson(tx, said.personId)
    const id = consentId(said.personId, said.purpose)
    const known = await tx.selectFrom('consent').selectAll().where('id', '=', id).executeTakeFirst()
    const isYes = said.answer === 'ja'
    const values = {
      given_by: said.by,
      how: said.how,
      given_day: isYes ? said.day : (known?.given_day ?? null),
      text_version: isYes ? purposeTextVersion : (known?.text_version ?? purposeTextVersion),
      withdrawn_day: isYes ? null : said.day,
    }
    // It may have gone to the Prullenbak and come back without this row.
    if (known)
      await tx
        .updateTable('consent')
        .set({ ...values, deleted_at: null })
        .where('id', '=', id)
        .execute()
    else await insertRows(tx, 'consent', [{ id, person_id: said.personId, purpose: said.purpose, ...values }])
  })
}

/** Every purpose, with what this person said of it. */
export async function consentsOf(db: Reader, personId: string) {
  const rows = await db
    .selectFrom('consent')
    .selectAll()
    .where('person_id', '=', personId)
    .where('deleted_at', 'is', null)
    .execute()
  return consentPurposes.map((purpose) => {
    const row = rows.find((each) => each.purpose === purpose)
    return { purpose, said: row ? saidOf(row) : null }
  })
}

/** What people who are expected at a gathering, or were there, said; who may not be asked for anything counts as no. */
export async function saidAtGathering(db: Reader, gatheringId: string) {
  await liveRow(db, 'gathering', gatheringId)
  const people = await rowsOf<{ personId: string; name: string }>(
    db,
    `SELECT a.person_id AS personId, a.name_snapshot AS name FROM attendance a JOIN person p ON p.id = a.person_id
      WHERE a.gathering_id = ?1 AND a.deleted_at IS NULL AND a.name_snapshot <> '' AND a.status IN ('aanwezig', 'onbekend')
      ORDER BY p.sort_name, p.id`,
    [gatheringId],
  )
  return Promise.all(
    gatheringPurposes.map(async (purpose) => {
      const [agreed, refused] = [await whoAgreedTo(db, purpose), await peopleLeftOut(db, purpose)]
      const yes = people.filter(({ personId }) => agreed.has(personId))
      const no = people.filter(({ personId }) => refused.has(personId))
      return { purpose, yes, no, notAsked: people.length - yes.length - no.length }
    }),
  )
}

function saidOf(row: Row<'consent'>) {
  const { given_day: givenDay, withdrawn_day: withdrawnDay } = row
  const answer = withdrawnDay === null ? 'ja' : givenDay === null ? 'nee' : 'ingetrokken'
  return { answer, givenDay, withdrawnDay, by: row.given_by, how: row.how, textVersion: row.text_version } as const
}
