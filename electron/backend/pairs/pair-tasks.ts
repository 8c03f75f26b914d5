// What the pairs ask of those who guide them, for the Overzicht.
import type { ModuleTask } from '../../../shared/contract/overview.ts'
import { addDays, type Day } from '../../../shared/domain/calendar-date.ts'
import type { OverviewTaskCode } from '../../../shared/domain/overview-task.ts'
import type { Reader } from '../database/transaction.ts'
import { type PairLine, pairLines, pairsLike } from './pair-queries.ts'
import { intakeViews, listProgrammes, waitingIntakes } from './programme-queries.ts'

/** Of each kind this many are named. */
const named = 3
/** So long somebody may wait before the book says so. */
const waitingDays = 30

export async function pairTasks(db: Reader, today: Day): Promise<ModuleTask[]> {
  const programmes = new Map((await listProgrammes(db)).map((programme) => [programme.id, programme]))
  const lines = await pairLines(db, await pairsLike(db, { runningOn: today }), (id) => programmes.get(id), today)
  const waiting = await waitingIntakes(db)
  const long = await intakeViews(
    db,
    waiting.filter(({ day }) => day <= addDays(today, -waitingDays)),
  )
  return [
    taskOf('pairPapers', lines.filter(({ asks }) => asks.papers.length > 0).map(nameOf)),
    taskOf('pairRhythm', lines.filter(({ asks }) => asks.rhythm !== null).map(nameOf)),
    taskOf('pairTalk', lines.filter(({ asks }) => asks.talk !== null).map(nameOf)),
    taskOf('pairOneSided', lines.filter(({ asks }) => asks.oneSided !== null).map(nameOf)),
    taskOf(
      'pairWaiting',
      long.map(({ party }) => party.name),
      long[0]?.day ?? null,
    ),
  ].filter((task) => task.count > 0)
}

const nameOf = ({ a, b }: PairLine) => `${a.name} · ${b.name}`

function taskOf(code: OverviewTaskCode, names: readonly string[], day: Day | null = null): ModuleTask {
  return { code, count: names.length, names: names.slice(0, named), day, target: 'pairs', id: null }
}
