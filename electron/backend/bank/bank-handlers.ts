import type { bank } from '../../../shared/contract/bank.ts'
import { parseBankFile } from '../bank-files/parse-bank-file.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { accountViews } from './account-views.ts'
import { assignLine, bookLineAs, bookLineAsRefund, bookLineAsTransfer, linkLine } from './assign-lines.ts'
import { countOpenLines, learntViews, linesDone, linesToAssign } from './assign-views.ts'
import { bankFiles } from './bank-queries.ts'
import { bookCertain } from './book-certain.ts'
import { forgetAccount } from './known-accounts.ts'
import { sha256Of } from './original-file.ts'
import { previewTakeIn } from './preview-take-in.ts'
import { releaseLine } from './release-line.ts'
import { takeIn } from './take-in.ts'
import { addSession, dropSession, sessionOf } from './take-in-session.ts'

export const bankHandlers: HandlersOf<typeof bank, BookContext> = {
  async open({ file }, context) {
    const { name, bytes } = await context.files.open(file)
    const sha256 = sha256Of(bytes)
    const read = await parseBankFile(context.parseWorker, bytes)
    const id = context.newId()
    const choices = { includeToday: false, sameLines: null }
    await addSession(context, { id, file, fileName: name, sha256, read, choices, names: new Map(), planned: undefined })
    return { id }
  },
  preview: ({ id }, context) => previewTakeIn(context, sessionOf(context, id)),
  choose({ id, includeToday, sameLines }, context) {
    const session = sessionOf(context, id)
    session.choices = {
      includeToday: includeToday ?? session.choices.includeToday,
      sameLines: sameLines ?? session.choices.sameLines,
    }
    session.planned = undefined
    return null
  },
  async takeIn({ id, names, bookCertain }, context) {
    const session = sessionOf(context, id)
    for (const { account, name } of names) session.names.set(account, name)
    const taken = await takeIn(context, session, { bookCertain })
    await dropSession(context, session)
    return taken
  },
  async close({ id }, context) {
    await dropSession(context, sessionOf(context, id))
    return null
  },
  accounts: (_input, { db }) => accountViews(db),
  files: ({ limit }, { db }) => bankFiles(db, limit),

  toAssign: (_input, context) => linesToAssign(context),
  waiting: async (_input, { db }) => ({ count: await countOpenLines(db) }),
  bookCertain: ({ lineIds }, context) => bookCertain(context, lineIds),
  async assign({ lineId, parts, other }, context) {
    await assignLine(context, lineId, parts, other)
    return null
  },
  async link({ lineId, paymentId }, context) {
    await linkLine(context, lineId, paymentId)
    return null
  },
  async bookAs({ lineId, categoryId, text }, context) {
    await bookLineAs(context, lineId, categoryId, text)
    return null
  },
  async bookAsTransfer({ lineId }, context) {
    await bookLineAsTransfer(context, lineId)
    return null
  },
  async bookAsRefund({ lineId, payer }, context) {
    await bookLineAsRefund(context, lineId, payer)
    return null
  },
  done: ({ limit }, context) => linesDone(context, limit),
  async release({ lineId }, context) {
    await releaseLine(context, lineId)
    return null
  },
  learnt: (_input, context) => learntViews(context),
  async forget({ id }, context) {
    await forgetAccount(context, id)
    return null
  },
}
