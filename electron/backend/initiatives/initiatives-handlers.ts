import type { initiatives } from '../../../shared/contract/initiatives.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import type { BookContext } from '../context.ts'
import { removeRow, saveRow } from '../database/rows.ts'
import type { HandlersOf } from '../dispatch.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { findNames } from '../members/person-queries.ts'
import { findOrganisation } from '../organisations/organisation-queries.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import {
  findGatherings,
  findInitiative,
  findOwnGoals,
  findSignUps,
  findSteps,
  judgeTargets,
  listInitiatives,
  summarise,
} from './initiative-queries.ts'
import { chooseGatherings, saveTarget } from './save-initiative.ts'

const about = (id: string) => ({ table: 'initiative', id }) as const

/** Gatherings can be chosen from this far back. */
const daysToChooseFrom = 2 * 366

export const initiativesHandlers: HandlersOf<typeof initiatives, BookContext> = {
  async list(_input, context) {
    const today = context.today()
    return { today, initiatives: await listInitiatives(context.db, today) }
  },
  async get({ id }, context) {
    const { db } = context
    const today = context.today()
    const row = await findInitiative(db, id)
    const goals = await findOwnGoals(db, id)
    const names = await findNames(
      db,
      goals.flatMap((goal) => goal.person_id ?? []),
    )
    return {
      ...(await summarise(db, row, today)),
      today,
      ownerPersonId: row.owner_person_id,
      organisationId: row.organisation_id,
      organisationName: row.organisation_id === null ? null : (await findOrganisation(db, row.organisation_id)).name,
      from: row.from_day,
      plannedEnd: row.planned_end,
      note: row.note,
      deletedAt: row.deleted_at,
      steps: await findSteps(db, id, today),
      targetList: await judgeTargets(db, id, today),
      signUps: await findSignUps(db, id, today),
      ownGoals: goals.map((goal) => ({
        id: goal.id,
        personId: goal.person_id,
        personName: names.get(goal.person_id ?? '') ?? null,
        knownAs: goal.known_as,
        day: goal.day,
        goal: goal.goal,
        step: goal.step,
        outcome: goal.outcome,
        outcomeDay: goal.outcome_day,
      })),
      gatherings: await findGatherings(db, id),
    }
  },
  async save({ id, ...fields }, context) {
    const rowId = id ?? context.newId()
    if (fields.from !== null && fields.plannedEnd !== null && fields.plannedEnd < fields.from)
      throw new RuleBroken('dayBeforeStart', { field: 'plannedEnd', from: fields.from })
    const values = {
      name: fields.name,
      goal: fields.goal,
      owner_person_id: fields.ownerPersonId,
      owner_name: fields.ownerPersonId === null ? fields.ownerName : null,
      organisation_id: fields.organisationId,
      state: fields.state,
      from_day: fields.from,
      planned_end: fields.plannedEnd,
      note: fields.note,
    }
    return saveRow(context, 'initiative', { id: rowId, isNew: id === null }, values, {
      kind: 'initiativeSaved',
      subject: about(rowId),
    })
  },
  async remove({ id }, context) {
    await removeRow(context, { name: 'initiative', id }, { kind: 'initiativeRemoved', subject: about(id) })
    return null
  },
  async saveStep({ id, ...fields }, context) {
    const values = {
      initiative_id: fields.initiativeId,
      what: fields.what,
      due_day: fields.dueDay,
      done_day: fields.doneDay,
    }
    return saveRow(context, 'initiative_step', id, values, { kind: 'stepSaved', subject: about(fields.initiativeId) })
  },
  async removeStep({ id }, context) {
    await removeRow(context, { name: 'initiative_step', id }, { kind: 'stepRemoved' })
    return null
  },
  saveTarget: (target, context) => saveTarget(context, target),
  async removeTarget({ id }, context) {
    await removeRow(context, { name: 'initiative_target', id }, { kind: 'targetRemoved' })
    return null
  },
  async saveMeasurement({ id, ...fields }, context) {
    refuseFuture(context.today(), fields.day)
    if (fields.whole !== null && fields.value > fields.whole)
      throw new RuleBroken('measurementMoreThanWhole', { field: 'value' })
    const values = {
      target_id: fields.targetId,
      day: fields.day,
      value: fields.value,
      whole: fields.whole,
      area: fields.area,
      source: fields.source,
    }
    return saveRow(context, 'initiative_measurement', id, values, { kind: 'measurementSaved' })
  },
  async removeMeasurement({ id }, context) {
    await removeRow(context, { name: 'initiative_measurement', id }, { kind: 'measurementRemoved' })
    return null
  },
  async saveSignUp({ id, ...fields }, context) {
    for (const field of ['seenDay', 'leftDay'] as const) {
      const day = fields[field]
      if (day !== null && day < fields.day) throw new RuleBroken('dayBeforeStart', { field, from: fields.day })
    }
    refuseFuture(context.today(), fields.seenDay, 'seenDay')
    const values = {
      initiative_id: fields.initiativeId,
      day: fields.day,
      source: fields.source,
      area: fields.area,
      organisation_id: fields.organisationId,
      person_id: fields.personId,
      known_as: fields.personId === null ? fields.knownAs : null,
      seen_day: fields.seenDay,
      left_day: fields.leftDay,
    }
    return saveRow(context, 'initiative_sign_up', id, values, {
      kind: 'signUpSaved',
      subject: about(fields.initiativeId),
    })
  },
  async removeSignUp({ id }, context) {
    await removeRow(context, { name: 'initiative_sign_up', id }, { kind: 'signUpRemoved' })
    return null
  },
  async saveOwnGoal({ id, ...fields }, context) {
    const values = {
      initiative_id: fields.initiativeId,
      person_id: fields.personId,
      known_as: fields.personId === null ? fields.knownAs : null,
      day: fields.day,
      goal: fields.goal,
      step: fields.step,
      outcome: fields.outcome,
      outcome_day: fields.outcome === null ? null : (fields.outcomeDay ?? context.today()),
    }
    return saveRow(context, 'initiative_own_goal', id, values, {
      kind: 'ownGoalSaved',
      subject: about(fields.initiativeId),
    })
  },
  async removeOwnGoal({ id }, context) {
    await removeRow(context, { name: 'initiative_own_goal', id }, { kind: 'ownGoalRemoved' })
    return null
  },
  async gatheringChoices({ id }, context) {
    const today = context.today()
    const counting = new Set((await findGatherings(context.db, id)).map((gathering) => gathering.id))
    const recent = { from: addDays(today, -daysToChooseFrom), newestFirst: true }
    const all = await gatheringSummaries(context.db, recent, today)
    return all
      .filter((gathering) => gathering.state !== 'afgelast')
      .map((gathering) => ({
        id: gathering.id,
        title: gathering.title,
        day: gathering.day,
        counts: counting.has(gathering.id),
      }))
  },
  async chooseGatherings({ id, gatheringIds }, context) {
    await chooseGatherings(context, id, gatheringIds)
    return null
  },
}
