import type { sealedPairs } from '../../../shared/contract/sealed-pairs.ts'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { outcomeOf } from '../../../shared/domain/pair-outcome.ts'
import { confirmedDays, type PairCourse, stateOfPair } from '../../../shared/domain/pair-rhythm.ts'
import type { BookContext } from '../context.ts'
import type { HandlersOf } from '../dispatch.ts'
import { refuseFuture } from '../refuse-future.ts'
import { RuleBroken } from '../rule-broken.ts'
import {
  addSealedPair,
  addSealedProgramme,
  changeSealedPair,
  changeSealedProgramme,
  openerOf,
  openWithCode,
  removeSealedPair,
  removeSealedProgramme,
  renewCode,
  shareSealedProgramme,
} from './keep-sealed.ts'
import { lockOf, requireOpen } from './opened-programmes.ts'
import {
  readPairs,
  readProgramme,
  type SealedPair,
  type SealedProgramme,
  sealedProgrammeIds,
} from './sealed-records.ts'

export const sealedPairsHandlers: HandlersOf<typeof sealedPairs, BookContext> = {
  async list(_input, context) {
    const ids = await sealedProgrammeIds(context.db)
    return { programmes: ids.map((id) => ({ id, isOpen: lockOf(context, id).opensUntil() !== null })) }
  },
  async get({ programmeId }, context) {
    requireOpen(context, programmeId)
    const opener = await openerOf(context)
    const today = context.today()
    const programme = await readProgramme(context.db, opener, programmeId)
    const pairs = await readPairs(context.db, opener, programme)
    const { check: _check, ...agreement } = programme.content
    return {
      today,
      ...agreement,
      isShared: programme.place === 'shared_sealed_record',
      outcome: outcomeOf(pairs.map(({ content }) => confirmedDays(content.contacts).length)),
      pairs: pairs.map(({ id, content }) => ({ id, ...describe(content, programme.content, today) })),
    }
  },

  async open({ programmeId, code }, context) {
    await openWithCode(context, programmeId, code)
    return null
  },
  stay({ programmeId }, context) {
    lockOf(context, programmeId).stay()
    return null
  },
  close({ programmeId }, context) {
    lockOf(context, programmeId).shut()
    return null
  },
  async renewCode({ programmeId, line, code }, context) {
    await renewCode(context, programmeId, line, code)
    return null
  },

  add: (input, context) => addSealedProgramme(context, input),
  async change({ programmeId, ...agreement }, context) {
    await changeSealedProgramme(context, programmeId, agreement)
    return null
  },
  async share({ programmeId, isShared }, context) {
    await shareSealedProgramme(context, programmeId, isShared)
    return null
  },
  async remove({ programmeId }, context) {
    await removeSealedProgramme(context, programmeId)
    return null
  },

  addPair: ({ programmeId, ...fields }, context) => addSealedPair(context, programmeId, fields),
  async changePair({ programmeId, id, ...fields }, context) {
    await changeSealedPair(context, { programmeId, id }, ({ contacts }) => ({ ...fields, contacts }))
    return null
  },
  async removePair({ programmeId, id }, context) {
    await removeSealedPair(context, programmeId, id)
    return null
  },
  async recordContact({ programmeId, pairId, ...moment }, context) {
    refuseFuture(context.today(), moment.day)
    const id = context.newId()
    await changeSealedPair(context, { programmeId, id: pairId }, (pair) => {
      if (moment.day < pair.fromDay) throw new RuleBroken('dayBeforeStart', { field: 'day', from: pair.fromDay })
      return { ...pair, contacts: [...pair.contacts, { id, ...moment }].sort((a, b) => (a.day < b.day ? 1 : -1)) }
    })
    return null
  },
  async removeContact({ programmeId, pairId, id }, context) {
    await changeSealedPair(context, { programmeId, id: pairId }, (pair) => ({
      ...pair,
      contacts: pair.contacts.filter((contact) => contact.id !== id),
    }))
    return null
  },
}

function describe(pair: SealedPair, { rhythm }: SealedProgramme, today: Day) {
  const course: PairCourse = {
    from: pair.fromDay,
    plannedUntil: pair.plannedUntil,
    until: pair.untilDay,
    restUntil: null,
    midTalkOn: pair.midTalkOn,
    endTalkOn: pair.endTalkOn,
  }
  return { ...pair, contacts: [...pair.contacts], ...stateOfPair(course, rhythm, pair.contacts, today) }
}
