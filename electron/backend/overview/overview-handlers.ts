import type { overview } from '../../../shared/contract/overview.ts'
import { type Day, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { type GatheringPromise, gatheringsAYear, scheduleOf } from '../../../shared/domain/gathering-state.ts'
import { countOpenLines } from '../bank/assign-views.ts'
import { copyDueSince } from '../book-files/copy-due.ts'
import { bookBeganOn, bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import { collectionToHandIn, returnsToHandle } from '../direct-debit/collections-waiting.ts'
import type { HandlersOf } from '../dispatch.ts'
import { runWaits } from '../dues/plan-run.ts'
import { followUpsLike } from '../follow-ups/follow-up-queries.ts'
import type { GatheringSummary } from '../gatherings/gathering-queries.ts'
import { gatheringSummaries, type HeldGatherings, heldPerGroup, noneHeld } from '../gatherings/gathering-queries.ts'
import { seatsByNeighbourhood } from '../roles/role-queries.ts'
import { isSheetMissing } from '../sealing/sealed-queries.ts'
import { moduleTasks } from './module-tasks.ts'
import type { GatheringLine, Pace } from './overview-attention.ts'
import {
  behindSchedule,
  dueFollowUps,
  emptySeats,
  endingTerms,
  longOverlaps,
  notRecorded,
} from './overview-attention.ts'
import type { Group } from './overview-queries.ts'
import { groupsToWatch, openDuesInAll, whatHasBegun } from './overview-queries.ts'

const turnoutShown = 4
const groupsShown = 12

export const overviewHandlers: HandlersOf<typeof overview, BookContext> = {
  async get(_input, { db, books, today: clock, now }) {
    const today = clock()
    const settings = await bookSettingsOf(db)
    const groups = await groupsToWatch(db, today)
    const planned = await gatheringSummaries(db, { stored: 'gepland' }, today)
    const waiting = planned.filter((gathering) => gathering.state === 'niet_vastgelegd')
    const next = planned.find((gathering) => gathering.state === 'gepland')
    const followUps = await followUpsLike(db, { states: ['open'], dueBy: today }, today)
    const seats = await seatsByNeighbourhood(
      db,
      today,
      groups.map((group) => group.id),
    )
    const seatsOf = groups.flatMap((group) => {
      const found = seats.get(group.id)
      return found ? [{ group, seats: found }] : []
    })
    const held = await heldPerGroup(db, `${today.slice(0, 4)}-01-01`, nextYear(today))
    const begun = await whatHasBegun(db)
    const paces = pacesOf(
      groups,
      held,
      { perYear: settings.minGatheringsPerYear, beganOn: await bookBeganOn(db) },
      today,
    )
    const last = await gatheringSummaries(db, { stored: 'gehouden', newestFirst: true, limit: turnoutShown }, today)
    // What the example seals is made up.
    const isExample = books.current()?.which === 'demo'
    const isSheetWanted = !isExample && (await isSheetMissing(db))
    const copyDue = isExample ? undefined : await copyDueSince(db, now())
    const attention = [
      emptySeats(seatsOf),
      notRecorded(waiting.map(lineOf)),
      dueFollowUps(followUps),
      endingTerms(seatsOf),
      longOverlaps(seatsOf),
      isSheetWanted ? { kind: 'recoverySheet' as const, count: 1 as const } : null,
      copyDue ? { kind: 'copyDue' as const, count: 1 as const, ...copyDue } : null,
      begun.people ? behindSchedule(paces) : null,
    ]
    return {
      today,
      begun: { ...begun, hasSeats: settings.rolePattern !== 'none' },
      attention: attention.filter((item) => item !== null),
      next: next ? lineOf(next) : null,
      year: {
        year: Number(today.slice(0, 4)),
        groups: paces.slice(0, groupsShown).map(({ expected: _expected, isAsked: _isAsked, ...pace }) => pace),
        onSchedule: paces.filter((pace) => pace.onSchedule).length,
        count: paces.length,
      },
      turnout: last.map(({ id, title, day, groupName, counts, guests }) => ({
        id,
        title,
        day,
        groupName,
        present: counts.present,
        invited: counts.invited,
        guests,
      })),
    }
  },
  async moduleTasks(_input, { db, today }) {
    const { modules } = await bookSettingsOf(db)
    return moduleTasks(db, modules, today())
  },
  async money(_input, { db, today }) {
    const { duesEnabled } = await bookSettingsOf(db)
    if (!duesEnabled) return null
    return {
      bankLines: await countOpenLines(db),
      collection: await collectionToHandIn(db, today()),
      returns: await returnsToHandle(db),
    }
  },
  duesRun: (_input, { db, today }) => runWaits(db, today()),
  async openDues(_input, { db, today }) {
    const { duesEnabled } = await bookSettingsOf(db)
    if (!duesEnabled) return null
    const { households, openCents, oldest, hasOpening } = await openDuesInAll(db)
    // This month's dues are on their way: they ask nothing of anybody yet.
    const isBehind = hasOpening || (oldest !== null && oldest < startOfMonth(today()))
    return isBehind ? { households, openCents, oldest } : null
  },
}

function pacesOf(
  groups: readonly Group[],
  held: ReadonlyMap<string | null, HeldGatherings>,
  ofBook: Omit<GatheringPromise, 'firstHeld'>,
  today: Day,
): Pace[] {
  // Without groups the promise is the association's own.
  if (groups.length === 0) {
    const { held: count, ...rest } = scheduleOf({ ...(held.get(null) ?? noneHeld), ...ofBook }, today)
    return [{ neighbourhoodId: null, neighbourhoodName: null, held: count, ...rest, isAsked: true }]
  }
  return groups.map((group) => ({
    neighbourhoodId: group.id,
    neighbourhoodName: group.name,
    ...scheduleOf(
      {
        ...(held.get(group.id) ?? noneHeld),
        perYear: gatheringsAYear(group.cadence, ofBook.perYear),
        beganOn: group.activeFrom,
      },
      today,
    ),
    isAsked: group.status !== 'slapend' && group.status !== 'in_oprichting',
  }))
}

function lineOf(gathering: GatheringSummary): GatheringLine {
  const { id, title, day, startTime, place, hostName, groupName, counts } = gathering
  return {
    id,
    title,
    day,
    startTime,
    place,
    hostName,
    groupName,
    invited: counts.invited,
    coming: counts.coming,
    excused: counts.excused,
    unknown: counts.unknown - counts.coming,
  }
}

const nextYear = (today: Day): Day => `${Number(today.slice(0, 4)) + 1}-01-01`
