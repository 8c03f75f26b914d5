import type { pairs } from '../../../shared/contract/pairs.ts'
import { connectionKinds, readCodes } from '../../../shared/domain/gathering-forms.ts'
import { isRunning, monthsOfPair } from '../../../shared/domain/pair-rhythm.ts'
import type { BookContext } from '../context.ts'
import { liveRow } from '../database/rows.ts'
import type { HandlersOf } from '../dispatch.ts'
import { findNames, findPerson } from '../members/person-queries.ts'
import { changePair, endPair, holdTalk, removePair, reopenPair } from './change-pair.ts'
import { formPair } from './form-pair.ts'
import { addProgramme, addRound, changeProgramme, changeRound, removeProgramme, removeRound } from './keep-programme.ts'
import { courseOf, isAsking, outcomeOfPairs, pairById, pairLines, pairsLike } from './pair-queries.ts'
import { intakeViews, listProgrammes, programmeById, roundsOf, waitingIntakes } from './programme-queries.ts'
import { changeContact, recordContact, removeContact } from './record-contact.ts'
import { changeIntake, takeIntake, withdrawIntake } from './take-intake.ts'

export const pairsHandlers: HandlersOf<typeof pairs, BookContext> = {
  async programmes(_input, { db, today: clock }) {
    const today = clock()
    const programmes = await listProgrammes(db)
    const byId = new Map(programmes.map((programme) => [programme.id, programme]))
    const lines = await pairLines(db, await pairsLike(db), (id) => byId.get(id), today)
    const waiting = await waitingIntakes(db)
    const rounds = await roundsOf(db)
    return {
      today,
      programmes: programmes.map((programme) => {
        const running = lines.filter((line) => line.programmeId === programme.id && isRunning(line, today))
        return {
          ...programme,
          running: running.length,
          waiting: waiting.filter((intake) => intake.programme_id === programme.id).length,
          asking: running.filter(isAsking).length,
          rounds: rounds.filter((round) => round.programme_id === programme.id).length,
        }
      }),
    }
  },
  async programme({ id }, { db, today: clock }) {
    const today = clock()
    const programme = await programmeById(db, id)
    const found = await pairsLike(db, { programmeId: id })
    const lines = await pairLines(db, found, () => programme, today)
    return {
      today,
      programme,
      rounds: (await roundsOf(db, id)).map((round) => ({
        id: round.id,
        name: round.name,
        fromDay: round.from_day,
        matchingDay: round.matching_day,
        matchingPlace: round.matching_place,
        changes: round.changes,
        outcome: outcomeOfPairs(found.filter(({ row }) => row.programme_round_id === round.id)),
      })),
      waiting: await intakeViews(db, await waitingIntakes(db, { programmeId: id })),
      // A pair that begins tomorrow belongs with those that run: it waits for its first meeting.
      running: lines.filter(({ until }) => until === null || until > today),
      // Of those whose names are no longer kept only the round tells.
      ended: lines.filter(({ until, a, b }) => until !== null && until <= today && (a.name !== '' || b.name !== '')),
    }
  },
  async pair({ pairId: id }, { db, today: clock }) {
    const today = clock()
    const pair = await pairById(db, id)
    const { row, contacts } = pair
    const programme = await programmeById(db, row.programme_id)
    const [line] = await pairLines(db, [pair], () => programme, today)
    if (!line) throw new Error('a pair without a line')
    const names = await findNames(
      db,
      [row.deputy_person_id, row.coach_person_id].filter((each) => each !== null),
    )
    const named = (personId: string | null) => personId && { id: personId, name: names.get(personId) ?? '' }
    const round = row.programme_round_id === null ? null : await liveRow(db, 'programme_round', row.programme_round_id)
    return {
      today,
      programme,
      round: round && { id: round.id, name: round.name },
      pair: {
        ...line,
        endReason: row.end_reason,
        continued: row.continued === null ? null : row.continued === 1,
        isOnce: row.is_once === 1,
        deputy: named(row.deputy_person_id) || null,
        coach: named(row.coach_person_id) || null,
        sharedGround: row.shared_ground,
        aBrings: row.a_brings,
        bBrings: row.b_brings,
        aClick: row.a_click,
        bClick: row.b_click,
        trainedOn: row.trained_on,
        midTalkOn: row.mid_talk_on,
        endTalkOn: row.end_talk_on,
        restUntil: row.rest_until,
        guardianName: row.guardian_name,
        guardianContact: row.guardian_contact,
        school: row.school,
        goal: row.goal,
        parentConsentOn: row.parent_consent_on,
        vogUntil: row.vog_until,
        connections: readCodes(connectionKinds, row.connections),
      },
      monthsOfPair:
        programme.rhythm.unit === 'maand'
          ? [...monthsOfPair(courseOf(row), programme.rhythm.times, contacts, today).months]
          : null,
      contacts: [...contacts],
    }
  },
  async forPerson({ personId }, { db, today }) {
    const person = await findPerson(db, personId)
    const programmes = new Map((await listProgrammes(db)).map((programme) => [programme.id, programme]))
    const found = await pairsLike(db, { person: { id: personId, householdId: person.householdId } })
    const lines = await pairLines(db, found, (id) => programmes.get(id), today())
    const waiting = await waitingIntakes(db, { personId, householdId: person.householdId })
    return {
      pairs: lines.map((line, at) => ({
        ...line,
        programmeName: programmes.get(line.programmeId)?.name ?? '',
        as: placeOf(found[at]?.row, person),
      })),
      waiting: waiting.map((intake) => ({
        intakeId: intake.id,
        programmeId: intake.programme_id,
        programmeName: programmes.get(intake.programme_id)?.name ?? '',
        day: intake.day,
      })),
    }
  },

  addProgramme: (input, context) => addProgramme(context, input),
  async changeProgramme(input, context) {
    await changeProgramme(context, input)
    return null
  },
  async removeProgramme({ id }, context) {
    await removeProgramme(context, id)
    return null
  },
  addRound: (input, context) => addRound(context, input),
  async changeRound(input, context) {
    await changeRound(context, input)
    return null
  },
  async removeRound({ id }, context) {
    await removeRound(context, id)
    return null
  },

  takeIntake: (input, context) => takeIntake(context, input),
  async changeIntake(input, context) {
    await changeIntake(context, input)
    return null
  },
  async withdrawIntake({ id }, context) {
    await withdrawIntake(context, id)
    return null
  },

  form: (input, context) => formPair(context, input),
  async change(input, context) {
    await changePair(context, input)
    return null
  },
  async holdTalk(input, context) {
    await holdTalk(context, input)
    return null
  },
  async end(input, context) {
    await endPair(context, input)
    return null
  },
  async reopen({ id }, context) {
    await reopenPair(context, id)
    return null
  },
  async remove({ id }, context) {
    await removePair(context, id)
    return null
  },

  recordContact: (input, context) => recordContact(context, input),
  async changeContact(input, context) {
    await changeContact(context, input)
    return null
  },
  async removeContact({ id }, context) {
    await removeContact(context, id)
    return null
  },
}

/** As what somebody stands in a pair; a side counts before guiding it. */
function placeOf(
  row: Awaited<ReturnType<typeof pairsLike>>[number]['row'] | undefined,
  person: { readonly id: string; readonly householdId: string },
): 'a' | 'b' | 'deputy' | 'coach' {
  if (row?.a_person_id === person.id || row?.a_household_id === person.householdId) return 'a'
  if (row?.b_person_id === person.id || row?.b_household_id === person.householdId) return 'b'
  return row?.deputy_person_id === person.id ? 'deputy' : 'coach'
}
