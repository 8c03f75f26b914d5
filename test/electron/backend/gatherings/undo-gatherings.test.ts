import { afterEach, beforeEach, expect, it } from 'vitest'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'

const plan = { ...plainGathering, title: 'Theemiddag', place: 'Buurthuis', startTime: '16:00', capacity: 20 }

let book: NeighbourhoodBook
let ria: string
let henk: string
let late: string
let gatheringId: string
let followUpId: string

beforeEach(async () => {
  book = await openNeighbourhoodBook()
  const group = await book.aGroup('Kastanjehof')
  ria = await book.aPerson('Ria Berg', { groupId: group })
  henk = await book.aPerson('Henk Brouwer', { groupId: group })
  await book.aTerm(henk, group, 'contactpersoon')
  const planned = await book.api.gatherings.plan({ groupId: group, day: '2026-11-05', ...plan })
  gatheringId = planned.id
  late = await book.aPerson('Anh Nguyen', { groupId: group })
  await book.api.gatherings.mark({ gatheringId, personId: ria, status: 'niet_gekomen' })
  await book.api.gatherings.setReason({ gatheringId, personId: ria, reason: 'vakantie' })
  const made = await book.api.followUps.plan({
    personId: henk,
    gatheringId: null,
    ownerPersonId: null,
    ownerName: 'Wim',
    dueDay: '2026-12-01',
    how: 'bellen',
  })
  followUpId = made.id
})
afterEach(() => book.close())

/** Each thing a person can do here, by name. */
const doings: Record<string, () => Promise<unknown>> = {
  plan: () => book.api.gatherings.plan({ groupId: null, day: '2026-12-12', ...plan }),
  change: () => book.api.gatherings.change({ id: gatheringId, day: '2026-11-06', ...plan, title: 'Borrel' }),
  cancel: () => book.api.gatherings.cancel({ id: gatheringId }),
  remove: () => book.api.gatherings.remove({ id: gatheringId }),
  invite: () => book.api.gatherings.invite({ gatheringId, personIds: [late] }),
  uninvite: () => book.api.gatherings.uninvite({ gatheringId, personId: ria }),
  expect: () => book.api.gatherings.expect({ gatheringId, personId: ria, coming: true }),
  'mark there': () => book.api.gatherings.mark({ gatheringId, personId: ria, status: 'aanwezig' }),
  'mark unknown': () => book.api.gatherings.mark({ gatheringId, personId: ria, status: 'onbekend' }),
  'mark the rest': () => book.api.gatherings.markRest({ gatheringId }),
  'take the reason away': () => book.api.gatherings.setReason({ gatheringId, personId: ria, reason: null }),
  'answer yes': () => book.api.gatherings.answerContact({ gatheringId, personId: ria, contact: true }),
  'answer no': () => book.api.gatherings.answerContact({ gatheringId, personId: ria, contact: false }),
  guests: () => book.api.gatherings.setGuests({ gatheringId, guests: 4 }),
  note: () => book.api.gatherings.setNote({ gatheringId, note: 'Het ging over de bomen.' }),
  complete: () => book.api.gatherings.complete({ gatheringId }),
  'change follow-up': () =>
    book.api.followUps.change({
      id: followUpId,
      ownerPersonId: ria,
      ownerName: null,
      dueDay: '2026-12-08',
      how: 'kaartje',
    }),
  'finish follow-up': () => book.api.followUps.finish({ id: followUpId, doneDay: '2026-11-22', how: 'bellen' }),
  'lapse follow-up': () => book.api.followUps.lapse({ id: followUpId }),
}

it.each(Object.keys(doings))('undoing "%s" puts every table back', async (name) => {
  const before = await book.rowsOf('gathering', 'attendance', 'follow_up')
  await doings[name]?.()
  // The control: each of them did change something.
  expect(await book.rowsOf('gathering', 'attendance', 'follow_up')).not.toEqual(before)
  await book.undoLast()
  expect(await book.rowsOf('gathering', 'attendance', 'follow_up')).toEqual(before)
})

it('undoing a mark while its reason stays leaves nothing that counts', async () => {
  const { actions } = await book.api.history.list({ limit: 50 })
  const marking = actions.find((action) => action.kind === 'attendanceMarked')
  await book.api.history.undo({ actionId: marking?.id })
  const { rows } = await book.api.gatherings.invitees({ gatheringId, find: 'Ria', limit: 10 })
  expect(rows).toMatchObject([{ status: 'onbekend', reason: null }])
  expect((await book.api.gatherings.detail({ id: gatheringId })).absentees).toEqual([])
})

it('does not undo the planning of a gathering in which something was written down', async () => {
  const { actions } = await book.api.history.list({ limit: 50 })
  const planning = actions.find((action) => action.kind === 'gatheringPlanned')
  await expect(book.api.history.undo({ actionId: planning?.id })).rejects.toMatchObject({ code: 'undoBlocked' })
})
