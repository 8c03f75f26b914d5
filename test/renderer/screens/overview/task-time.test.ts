import { expect, test } from 'vitest'
import {
  groupTasks,
  type TaskTime,
  timeOfDay,
  timeOfModuleTask,
} from '../../../../renderer/screens/overview/task-time.ts'

const today = '2026-11-26'

test('what was to be done by today comes first, what has a week next, the rest later', () => {
  const days = ['2026-11-20', '2026-11-26', '2026-11-27', '2026-12-03', '2026-12-04']
  expect(days.map((day) => timeOfDay(day, today))).toEqual(['now', 'now', 'week', 'week', 'later'])
})

test('a module task goes by its last day, or by how long somebody can wait', () => {
  expect(timeOfModuleTask('subsidyDue', '2026-12-31', today)).toBe('later')
  expect(timeOfModuleTask('subsidyDue', '2026-11-30', today)).toBe('week')
  expect(timeOfModuleTask('helpWaiting', null, today)).toBe('week')
  // Since when it waits is no last day.
  expect(timeOfModuleTask('joinRequestWaiting', '2026-11-01', today)).toBe('week')
  expect(timeOfModuleTask('signalsDue', '2026-11-26', today)).toBe('now')
})

const tasks = (...whens: TaskTime[]) => whens.map((when, at) => ({ when, at }))

test('a short list stays one list, in its own order', () => {
  const few = tasks('later', 'now', 'week')
  expect(groupTasks(few)).toEqual([{ time: null, tasks: few }])
  expect(groupTasks([])).toEqual([])
})

test('a long list is parted by when, each part in the order of the list, and an empty part is not there', () => {
  const many = tasks('later', 'now', 'later', 'later', 'now', 'later', 'later')
  expect(groupTasks(many).map(({ time, tasks: part }) => [time, part.map(({ at }) => at)])).toEqual([
    ['now', [1, 4]],
    ['later', [0, 2, 3, 5, 6]],
  ])
})
