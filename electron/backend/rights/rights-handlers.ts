import type { rights } from '../../../shared/contract/rights.ts'
import { bookSettingsOf } from '../books/book-queries.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { showPaper } from '../documents/paper.ts'
import { savePaper } from '../documents/save-paper.ts'
import { fileName } from '../files/file-name.ts'
import { privacySettingsOf } from '../privacy/privacy-queries.ts'
import { eraseNow, previewErase } from './erase-now.ts'
import {
  liftRestriction,
  openDisputes,
  recordDispute,
  restrictionOf,
  restrictUse,
  settleDispute,
} from './restrict-use.ts'
import { consentsOf, saidAtGathering, sayConsent } from './say-consent.ts'
import { subjectAccess } from './subject-access.ts'

export const rightsHandlers: HandlersOf<typeof rights, BookContext> = {
  async ofPerson({ personId }, { db, today }) {
    const restriction = await restrictionOf(db, personId)
    return {
      today: today(),
      consents: await consentsOf(db, personId),
      restriction: restriction && { reason: restriction.reason, fromDay: restriction.fromDay },
      disputes: await openDisputes(db, personId),
    }
  },
  saidAt: ({ gatheringId }, { db }) => saidAtGathering(db, gatheringId),
  async sayConsent(said, context) {
    await sayConsent(context, said)
    return null
  },
  async restrict(asked, context) {
    await restrictUse(context, asked)
    return null
  },
  async lift({ personId }, context) {
    await liftRestriction(context, personId)
    return null
  },
  async dispute(said, context) {
    await recordDispute(context, said)
    return null
  },
  async settle(settled, context) {
    await settleDispute(context, settled)
    return null
  },
  async access({ personId, withCare }, context) {
    const { access, paper } = await accessOf(context, personId, withCare)
    return { ...showPaper(paper), careIsLeftOut: access.careIsLeftOut }
  },
  async accessFile({ personId, format }, context) {
    const { access, paper, words } = await accessOf(context, personId)
    if (format === 'html') return savePaper(context, paper, format)
    const { accessJson } = await import('./access-paper.ts')
    const bytes = new TextEncoder().encode(accessJson(access, words))
    const name = `${fileName(paper.title)} ${context.today()}.json`
    return { file: context.files.produce(name, 'application/json', bytes), name }
  },
  async previewErase({ personId }, context) {
    const { hindrance, ...preview } = await previewErase(context, personId)
    return { ...preview, hindrance: hindrance && { code: hindrance.code, details: { ...hindrance.details } } }
  },
  erase: ({ personId }, context) => eraseNow(context, personId),
}

/** The words of every screen come along with it, and only this needs them. */
async function accessOf(context: BookContext, personId: string, withCare = true) {
  const { accessPaper } = await import('./access-paper.ts')
  const { rightWords } = await import('../privacy/right-words.ts')
  const access = await subjectAccess(context, personId, withCare)
  const { name: association } = await bookSettingsOf(context.db)
  const { contact, monthsAfterLeaving } = await privacySettingsOf(context.db)
  const words = rightWords(context.preferences.get().language, monthsAfterLeaving)
  return { access, words, paper: accessPaper(access, { association, contact }, words) }
}
