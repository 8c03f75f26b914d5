import type { z } from 'zod'
import type { exports } from '../../../shared/contract/exports.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { fileName } from '../files/file-name.ts'
import { exportOpenDues, exportPayments } from './export-dues.ts'
import { exportAttendance, exportGatherings } from './export-gatherings.ts'
import { exportNeighbourhoods } from './export-groups.ts'
import { exportImportErrors } from './export-import-errors.ts'
import { exportMembers } from './export-members.ts'
import { type ExportWords, exportWords } from './export-words.ts'
import type { ExportTable } from './exported-list.ts'
import { writeCsv } from './write-csv.ts'

type Wanted = z.output<(typeof exports)['make']['input']>

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

export const exportsHandlers: HandlersOf<typeof exports, BookContext> = {
  async make(wanted, context) {
    const table = await tableOf(wanted, context, exportWords(context.preferences.get().language))
    const bytes = wanted.format === 'csv' ? writeCsv(table) : await asXlsx(table)
    const name = `${fileName(table.title)} ${context.today()}.${wanted.format}`
    return { file: context.files.produce(name, types[wanted.format], bytes), name, rows: table.rows.length }
  },
}

function tableOf(wanted: Wanted, context: BookContext, words: ExportWords): Promise<ExportTable> {
  const { db } = context
  const today = context.today()
  switch (wanted.list) {
    case 'members':
      return exportMembers(db, wanted.filter ?? everybodyNow, today, words)
    case 'neighbourhoods':
      return exportNeighbourhoods(db, today, words)
    case 'openDues':
      return exportOpenDues(db, words)
    case 'payments':
      return exportPayments(db, wanted, words)
    case 'gatherings':
      return exportGatherings(db, wanted.year, today, words)
    case 'attendance':
      return exportAttendance(db, wanted.gatheringId, words)
    case 'importErrors':
      return exportImportErrors(context, wanted.importId, words)
    default:
      return assertNever(wanted)
  }
}

const everybodyNow = { neighbourhood: null, kind: 'now', text: '' } as const

/** The writer of spreadsheets is a fifth of the backend's script: it comes in when the first one is asked for. */
async function asXlsx(table: ExportTable): Promise<Uint8Array> {
  const { writeXlsx } = await import('./write-xlsx.ts')
  return writeXlsx(table)
}
