import type { z } from 'zod'
import type { exports } from '../../../shared/contract/exports.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { fileName } from '../files/file-name.ts'
import { gatheringSummaries } from '../gatherings/gathering-queries.ts'
import { exportCards } from './export-cards.ts'
import { exportOpenDues, exportPayments } from './export-dues.ts'
import { exportEverything } from './export-everything.ts'
import { exportAttendance, exportGatherings } from './export-gatherings.ts'
import { exportNeighbourhoods } from './export-groups.ts'
import { exportHelpOffers, exportNewcomers } from './export-help.ts'
import { exportImportErrors } from './export-import-errors.ts'
import { exportMembers } from './export-members.ts'
import { exportFunding, exportIdeas, exportOrganisations } from './export-network.ts'
import { exportPairs } from './export-pairs.ts'
import { type ExportWords, exportWords } from './export-words.ts'
import type { ExportTable } from './exported-list.ts'
import { writeCsv } from './write-csv.ts'

type Wanted = z.output<(typeof exports)['make']['input']>

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  vcf: 'text/vcard; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  zip: 'application/zip',
} as const

export const exportsHandlers: HandlersOf<typeof exports, BookContext> = {
  async make(wanted, context) {
    const words = exportWords(context.preferences.get().language)
    const { title, ending, bytes, rows } = await makeFile(wanted, context, words)
    const name = `${fileName(title)} ${context.today()}.${ending}`
    return { file: context.files.produce(name, types[ending], bytes), name, rows }
  },
  async everything(_input, context) {
    const words = exportWords(context.preferences.get().language)
    const { bytes, tables, rows } = await exportEverything(context, words)
    const { name: book } = await bookSettingsOf(context.db)
    const name = `${fileName(`${words.words.everything.title} ${book}`)} ${context.today()}.zip`
    return { file: context.files.produce(name, types.zip, bytes), name, tables, rows }
  },
}

interface MadeFile {
  readonly title: string
  readonly ending: keyof typeof types
  readonly bytes: Uint8Array
  readonly rows: number
}

async function makeFile(wanted: Wanted, context: BookContext, words: ExportWords): Promise<MadeFile> {
  switch (wanted.format) {
    case 'vcard3':
    case 'vcard4': {
      const cards = await exportCards(context.db, wanted.filter ?? everybodyNow, context.today())
      const { writeVcards } = await import('./write-vcards.ts')
      const bytes = writeVcards(cards, wanted.format === 'vcard3' ? '3.0' : '4.0')
      return { title: words.words.lists.members, ending: 'vcf', bytes, rows: cards.length }
    }
    case 'ics': {
      const { title, bytes, rows } = await makeCalendar(wanted.year, context, words)
      return { title, ending: 'ics', bytes, rows }
    }
    case 'xlsx':
    case 'csv': {
      const table = await tableOf(wanted, context, words)
      const bytes = wanted.format === 'csv' ? writeCsv(table) : await asXlsx(table)
      return { title: table.title, ending: wanted.format, bytes, rows: table.rows.length }
    }
    default:
      return assertNever(wanted)
  }
}

async function makeCalendar(year: number | undefined, { db, today, now }: BookContext, { words }: ExportWords) {
  const days = year === undefined ? {} : { from: `${year}-01-01`, until: `${year + 1}-01-01` }
  const events = await gatheringSummaries(db, days, today())
  const { writeCalendar } = await import('./write-calendar.ts')
  const title = words.lists.gatherings
  const bytes = writeCalendar(
    events.map(({ state, ...event }) => ({ ...event, isCancelled: state === 'afgelast' })),
    title,
    now(),
  )
  return { title, bytes, rows: events.length }
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
    case 'helpOffers':
      return exportHelpOffers(db, today, words)
    case 'newcomers':
      return exportNewcomers(db, today, words)
    case 'pairs':
      return exportPairs(db, wanted.programmeId, today, words)
    case 'organisations':
      return exportOrganisations(db, today, words)
    case 'funding':
      return exportFunding(db, today, words)
    case 'ideas':
      return exportIdeas(db, words)
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
