// From what somebody wants on paper to the document.
import type { PaperWish } from '../../../shared/contract/documents.ts'
import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { BookContext } from '../context.ts'
import { makeAttendanceSheet, makeBadges, makeMemberList, makeParticipantList, makePhoneTree } from './make-lists.ts'
import { makeAgenda, makeDossier, makeYearOverview } from './make-overviews.ts'
import { makeEnvelopes, makeLabels, makeLetters } from './make-post.ts'
import type { MadePaper } from './paper-sources.ts'

/** @throws RuleBroken notFound, careLocked */
export function makePaper(context: BookContext, wish: PaperWish): Promise<MadePaper> {
  switch (wish.document) {
    case 'members':
      return makeMemberList(context, wish)
    case 'tree':
      return makePhoneTree(context, wish)
    case 'participants':
      return makeParticipantList(context, wish)
    case 'attendance':
      return makeAttendanceSheet(context, wish)
    case 'badges':
      return makeBadges(context, wish)
    case 'labels':
      return makeLabels(context, wish)
    case 'envelopes':
      return makeEnvelopes(context, wish)
    case 'letters':
      return makeLetters(context, wish)
    case 'agenda':
      return makeAgenda(context, wish)
    case 'dossier':
      return makeDossier(context, wish)
    case 'year':
      return makeYearOverview(context, wish)
    default:
      return assertNever(wish)
  }
}
