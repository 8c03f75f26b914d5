import type { roles } from '../../../shared/contract/roles.ts'
import { addDays } from '../../../shared/domain/calendar-date.ts'
import { isCurrent, soonDays } from '../../../shared/domain/role-seats.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { assignRole, changePlannedEnd, endRole, handOverRole } from './assign-role.ts'
import { proposeCarry } from './carry-roles.ts'
import { previewAssign, previewEnd } from './preview-role.ts'
import { findTerms } from './role-queries.ts'

export const rolesHandlers: HandlersOf<typeof roles, BookContext> = {
  association: async (_input, { db, today }) => {
    const terms = await findTerms(db, { neighbourhoodId: null })
    return terms
      .filter((term) => isCurrent(term, today()))
      .map((term) => ({
        termId: term.id,
        personId: term.personId,
        name: term.name,
        role: term.role,
        from: term.from,
        plannedEnd: term.plannedEnd,
        endsSoon: term.plannedEnd !== null && term.plannedEnd <= addDays(today(), soonDays),
      }))
  },
  previewAssign: (term, { db }) => previewAssign(db, term),
  assign: (term, context) => assignRole(context, term),
  change: async ({ id, plannedEnd }, context) => {
    await changePlannedEnd(context, id, plannedEnd)
    return null
  },
  previewEnd: async ({ id, day }, { db }) => ({ seatsAfter: await previewEnd(db, id, day) }),
  end: async ({ id, day }, context) => {
    await endRole(context, id, day)
    return null
  },
  proposeCarry: ({ pattern }, { db, today }) => proposeCarry(db, pattern, today()),
  handOver: (handOver, context) => handOverRole(context, handOver),
}
