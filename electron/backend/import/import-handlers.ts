import type { imports } from '../../../shared/contract/imports.ts'
import { type ImportStatus, importStatuses } from '../../../shared/domain/import-field.ts'
import type { BookContext } from '../context.ts'
import { write } from '../database/write.ts'
import type { HandlersOf } from '../dispatch.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import { addSession, dropSession, plannedOf, sessionOf } from './import-desk.ts'
import { findLayout, saveLayout } from './import-layouts.ts'
import { lastActionSeq } from './import-queries.ts'
import {
  arrangementOf,
  chooseFields,
  doCarry,
  type ImportSession,
  layOut,
  startSession,
  takeSheet,
} from './import-session.ts'
import { parseFile } from './parse-file.ts'
import { type ImportPlan, isTaken, isWaiting, type PlannedPerson } from './plan-import.ts'
import { previewRowOf, rowOf } from './preview-row.ts'
import { runImport } from './run-import.ts'

export const importsHandlers: HandlersOf<typeof imports, BookContext> = {
  async open({ file }, context) {
    const { name, bytes } = await context.files.open(file)
    const read = await parseFile(context.parseWorker, bytes)
    const origin = { id: context.newId(), file, fileName: name, read }
    const session = await startSession(origin, context.today(), (fingerprint) => findLayout(context.db, fingerprint))
    await addSession(context, session)
    return arrangementOf(session, context.today())
  },

  arrangement: ({ id }, context) => arrangementOf(sessionOf(context, id), context.today()),

  async arrange({ id, sheet, headingLine, fields, sinceDay, kind, groupsSince, groupsCarried }, context) {
    if (groupsSince !== undefined) refuseFuture(context.today(), groupsSince, 'groupsSince')
    const session = sessionOf(context, id)
    const remembered = (fingerprint: string) => findLayout(context.db, fingerprint)
    if (sheet !== undefined && sheet !== session.read.sheet) {
      const { bytes } = await context.files.open(session.file)
      await takeSheet(session, await parseFile(context.parseWorker, bytes, sheet), remembered)
    }
    if (headingLine !== undefined) {
      const at = session.read.lines.findIndex(({ line }) => line === headingLine)
      await layOut(session, headingLine === null ? -1 : at, remembered)
    }
    if (fields) chooseFields(session, fields)
    if (sinceDay !== undefined) session.sinceDay = sinceDay
    if (kind !== undefined) session.kind = kind
    if (groupsSince !== undefined) session.groupsSince = groupsSince
    if (groupsCarried !== undefined) session.groupsCarried = groupsCarried
    session.planned = undefined
    return arrangementOf(session, context.today())
  },

  async preview({ id, status, offset, limit }, context) {
    const session = sessionOf(context, id)
    const { plan, namesakes, notListed } = await plannedOf(context, session)
    const fitting = inPreviewOrder(plan).filter((person) => status === null || person.status === status)
    const leftOut = plan.people.filter(isWaiting)
    const leftOutLines = [...new Set(leftOut.map(({ candidate }) => candidate.line))]
    return {
      fileName: session.fileName,
      counts: countByStatus(plan),
      rows: fitting.slice(offset, offset + limit).map((person) => previewRowOf(person, namesakes)),
      total: fitting.length,
      taking: plan.people.filter(isTaken).length,
      leftOut: leftOutLines.slice(0, 3),
      leftOutCount: leftOutLines.length,
      gone: countGone(plan),
      toLookAt: plan.people.filter(isWorthALook).length,
      notListed: notListed.slice(0, 5),
      notListedCount: notListed.length,
      groupsCarried: doCarry(session),
      newHouseholds: plan.households.added.length,
      newNeighbourhoods: [...plan.newNeighbourhoods],
      toNote: toNote(session),
      yearOnly: session.columns.some(({ field, heading }) => field === 'birth' && /dat|dag|date|day/i.test(heading)),
    }
  },

  async row({ id, key }, context) {
    const session = sessionOf(context, id)
    const { plan, namesakes } = await plannedOf(context, session)
    const person = personAt(plan, key)
    return { row: previewRowOf(person, namesakes), ...rowOf(session, person) }
  },

  correct({ id, line, cells }, context) {
    const session = sessionOf(context, id)
    const original = session.read.lines.find((each) => each.line === line)
    if (!original) throw new RuleBroken('notFound')
    const corrected = session.corrections.get(line) ?? new Map<number, string>()
    for (const { index, value } of cells) {
      if (value === (original.cells[index] ?? '')) corrected.delete(index)
      else corrected.set(index, value)
    }
    session.corrections.set(line, corrected)
    session.planned = undefined
    return null
  },

  async decide({ id, key, decision, person: chosen }, context) {
    const session = sessionOf(context, id)
    const { plan } = await plannedOf(context, session)
    const { alike } = personAt(plan, key)
    const before = session.decisions.get(key) ?? {}
    if (decision === 'open') session.decisions.delete(key)
    else if (decision === 'take' || decision === 'leave')
      session.decisions.set(key, { ...before, takes: decision === 'take' })
    else if (alike.length === 0) session.decisions.set(key, { ...before, list: decision })
    else {
      const known = alike.find((each) => chosen === undefined || each.id === chosen)
      if (!known) throw new RuleBroken('notFound')
      session.decisions.set(key, { ...before, book: decision === 'same' ? known.id : null })
    }
    session.planned = undefined
    return null
  },

  async run({ id }, context) {
    const session = sessionOf(context, id)
    if (countTaken((await plannedOf(context, session)).plan).people === 0) throw new RuleBroken('importNothing')
    await context.backups.make('import')
    const { plan, known, seq } = await plannedOf(context, session)
    const counts = countTaken(plan)
    const details = { count: counts.people, new: counts.new, changed: counts.changed }
    await write(context, { kind: 'peopleImported', details }, async (tx, action) => {
      // The plan holds for the book it was made on, and only there.
      if ((await lastActionSeq(tx, action.seq)) !== seq) throw new RuleBroken('importBookChanged')
      await runImport(tx, plan, known, { ...session, today: context.today(), now: context.now, newId: context.newId })
      await saveLayout(tx, session, context.newId)
    })
    await dropSession(context, session)
    return counts
  },

  async close({ id }, context) {
    await dropSession(context, sessionOf(context, id))
    return null
  },
}

function countTaken(plan: ImportPlan) {
  const counts = countByStatus(plan)
  return {
    people: counts.new + counts.changed,
    new: counts.new,
    changed: counts.changed,
    leftOut: counts.error + counts.double,
    gone: countGone(plan),
  }
}

/** As the list says; a title and an empty house are nobody. */
function countGone({ people }: ImportPlan): number {
  return people.filter(({ reasons }) => reasons[0]?.code === 'saysGone').length
}

function isWorthALook(person: PlannedPerson): boolean {
  return isTaken(person) && person.reasons.some(({ code }) => code === 'lookAt')
}

function countByStatus(plan: ImportPlan): Record<ImportStatus | 'all', number> {
  const counts = { all: plan.people.length, error: 0, double: 0, left: 0, changed: 0, new: 0, same: 0 }
  for (const { status } of plan.people) counts[status] += 1
  return counts
}

/** First what needs somebody, then what changes; inside that first what is worth a look, and else as in the list. */
function inPreviewOrder(plan: ImportPlan): PlannedPerson[] {
  return importStatuses.flatMap((status) =>
    plan.people
      .filter((person) => person.status === status)
      .sort((a, b) => Number(isWorthALook(b)) - Number(isWorthALook(a))),
  )
}

function personAt(plan: ImportPlan, key: string): PlannedPerson {
  const person = plan.people.find(({ candidate }) => candidate.key === key)
  if (!person) throw new RuleBroken('notFound')
  return person
}

function toNote(session: ImportSession): string[] {
  return session.columns.flatMap(({ field, heading }) => (field === 'toNote' && heading !== '' ? [heading] : []))
}
