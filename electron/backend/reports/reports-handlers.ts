import type { reports } from '../../../shared/contract/reports.ts'
import { type KeptByBook, keepsOneOf } from '../../../shared/domain/modules.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { RuleBroken } from '../rule-broken.ts'
import { hideSmall } from './hide-small.ts'
import type { Report } from './report.ts'
import { reportList } from './report-list.ts'

export const reportsHandlers: HandlersOf<typeof reports, BookContext> = {
  async list(_input, { db }) {
    const book = await bookSettingsOf(db)
    return reportList.filter((report) => isKept(report, book)).map(({ code }) => ({ code }))
  },
  async partOff({ report: code }, { db }) {
    const report = reportList.find((known) => known.code === code)
    return { part: !report || isKept(report, await bookSettingsOf(db)) ? null : report.module }
  },
  async get({ report: code, from, until }, { db, today }) {
    const report = reportList.find((known) => known.code === code)
    if (!report) throw new RuleBroken('notFound', { table: 'report' })
    if (until < from) throw new RuleBroken('badInput', { field: 'until' })
    const { name } = await bookSettingsOf(db)
    return { report: code, bookName: name, page: hideSmall(await report.build(db, { from, until }, today())) }
  },
}

const isKept = ({ module }: Report, book: KeptByBook) => keepsOneOf(module === null ? [] : [module], book)
