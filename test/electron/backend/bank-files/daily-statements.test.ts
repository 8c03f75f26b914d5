import { expect, it } from 'vitest'
import { findGaps, movedBetween } from '../../../../electron/backend/bank/statement-chain.ts'
import { readBankFile } from '../../../../electron/backend/bank-files/read-bank-file.ts'
import { addDays } from '../../../../shared/domain/calendar-date.ts'
import { type CamtContent, camtFile } from '../../../support/bank-files/camt-file.ts'

/** Rabobank gives a statement for every day of the calendar, also for those on which nothing happened. */
const days: readonly CamtContent[] = Array.from({ length: 132 }, (_, at) => ({
  number: String(at + 1),
  openDay: addDays('2026-06-30', at),
  closeDay: addDays('2026-07-01', at),
  openCents: 10_000 + Math.ceil(at / 3) * 1000,
  payments: at % 3 === 0 ? [{ cents: 1000, day: addDays('2026-07-01', at) }] : [],
}))

function gapsIn(statements: readonly CamtContent[]) {
  const file = readBankFile(new TextEncoder().encode(camtFile(...statements)))
  expect(file.statements.map(({ balanced }) => balanced)).not.toContain(false)
  const lines = file.statements.flatMap(({ entries }) => entries.map(({ bookDay, cents }) => ({ day: bookDay, cents })))
  return findGaps(file.statements, movedBetween(lines))
}

it('join one another through a file of 132 days', () => {
  expect(gapsIn(days)).toEqual([])
})

it('name the gap, with its days and amounts, where one is missing', () => {
  expect(gapsIn(days.filter((_statement, at) => at !== 60))).toEqual([
    { afterDay: '2026-08-29', afterCents: 30_000, beforeDay: '2026-08-30', beforeCents: 31_000 },
  ])
})
