import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  addPerson,
  type BetweenBook,
  idOf,
  meet,
  open,
  openBetweenBook,
  otherId,
  settle,
  takeIn,
  writeStandings,
} from '../../../support/between-books.ts'

let association: BetweenBook
let noord: BetweenBook
beforeEach(async () => {
  association = await openBetweenBook('Stadsdorp Oosterweide', 'vereniging', 1)
  noord = await openBetweenBook('Noord', 'binnenbuurt', 2)
  await meet(association, noord)
  await addPerson(noord.api, 'Ria Berg')
  await settle(association, noord)
})
afterEach(async () => {
  await association.close()
  await noord.close()
})

async function payThreeMonths() {
  const personId = await idOf(association, 'Berg')
  const { id: planId } = await association.api.dues.addPlan({ name: 'Lid', amountCents: 1000, validFrom: '2025-01-01' })
  await association.api.dues.agree({
    ...{ personId, planId, fromDay: '2026-01-01', intervalMonths: 1, anchorDay: null, payer: null },
    ...{ reduction: null, method: 'overboeking' },
  })
  const { payer } = await association.api.dues.person({ personId })
  await association.api.dues.recordPayment({
    ...{ payer: { kind: payer.kind, id: payer.id }, amountCents: 3000, day: '2026-01-05', method: 'overboeking' },
    ...{ note: 'Dank voor alles', parts: null, notDouble: false },
  })
}
const standing = async () => noord.api.between.standing({ personId: await idOf(noord, 'Berg') })

it('the binnenbuurt sees until when somebody has paid, and nothing of how', async () => {
  await payThreeMonths()
  const { people } = await association.api.between.previewStandings({
    id: otherId(association, noord),
    withOpen: false,
  })
  expect(people).toEqual([{ name: 'Ria Berg', paidUntil: '2026-04-01', pays: true, openCents: null }])
  await takeIn(noord, await writeStandings(association, noord))
  expect(await standing()).toEqual({
    paidUntil: '2026-04-01',
    pays: true,
    openCents: null,
    asOf: '2026-01-05',
    from: 'Stadsdorp Oosterweide',
  })
})

it('what was told is taken back as a whole', async () => {
  await takeIn(noord, await writeStandings(association, noord))
  expect(await standing()).toMatchObject({ pays: false })
  await noord.api.history.undo({})
  expect(await standing()).toBeNull()
})

it('a binnenbuurt cannot make one, and the association takes none', async () => {
  const making = noord.api.between.makeStandings({ id: otherId(noord, association), withOpen: false })
  await expect(making).rejects.toMatchObject({ code: 'betweenWrongWay' })
})

it('whom the binnenbuurt does not know yet is counted, not guessed', async () => {
  const { id: groupId } = (await association.api.between.state({})).groups[0] ?? { id: '' }
  await addPerson(association.api, 'Wim Groot', { houseNumber: 9, neighbourhoodId: groupId })
  const { id } = await open(noord, await writeStandings(association, noord))
  const { standings } = await noord.api.between.preview({ id })
  expect(standings).toMatchObject({ unknown: 1, people: [{ name: 'Ria Berg' }] })
})
