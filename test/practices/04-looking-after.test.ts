import { afterEach, expect, it } from 'vitest'
import { agreed, signalOf } from '../support/care-book.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'

let book: PracticeBook
afterEach(() => book.close())

/** Go into the neighbourhood, also to those who are no members; see what neighbours can do, and who else can be called in. */
it('looks after lonely neighbours for three months, members or not, and tells it without a name', async () => {
  book = await openPracticeBook('looking_after')
  const { care, reports, members } = book.api
  const group = await book.aGroup('Kastanjehof')
  const ria = await book.aPerson('Ria Berg', { groupId: group })
  const henk = await book.aPerson('Henk Brouwer', { groupId: group })
  await book.appoint('coordinator', group, henk)
  await care.unlock({ passphrase: null })
  const aSignal = async (values: Partial<ReturnType<typeof signalOf>> = {}) =>
    (await care.openSignal({ ...signalOf(ria, henk), ...values })).id
  const goTo = async (day: string) => {
    book.setDay(day)
    await care.unlock({ passphrase: null })
  }
  expect((await reports.list({})).map(({ code }) => code)).toContain('signals')

  // Six neighbours who are no members, an address without a name, and Ria.
  const ids: string[] = []
  for (const firstName of ['Ans', 'Bep', 'Cor', 'Dien', 'Ed', 'Fie'])
    ids.push(
      await aSignal({
        about: {
          ...{ kind: 'newContact', firstName, infix: '', lastName: 'Vos', phone: null },
          ...{ street: 'Lindelaan', houseNumber: 3, houseSuffix: '' },
        },
        kind: 'eenzaam',
        consent: agreed,
        ownHelp: ['langsgaan', 'eten'],
      }),
    )
  ids.push(await aSignal({ about: { kind: 'place', place: 'Lindelaan 12' }, kind: 'opgevallen' }))
  ids.push(await aSignal())
  // Each has an owner and a next date from the beginning.
  for (const signal of (await care.signals({ state: 'open' })).signals)
    expect(signal).toMatchObject({ ownerName: 'Henk Brouwer', nextDay: '2026-12-01' })

  await goTo('2026-12-10')
  expect((await care.week({})).items.filter(({ overdue }) => overdue)).toHaveLength(8)
  for (const signalId of ids.slice(0, 5)) {
    await care.refer({ signalId, organisationId: null, organisationName: 'Wijkteam Oosterweide', consent: agreed })
    await care.recordStep({
      ...{ id: signalId, day: '2026-12-09', how: 'langsgaan', result: 'gesproken' },
      onward: { kind: 'close', reason: 'doorverwezen' },
    })
  }
  await care.recordStep({
    ...{ id: ids[5] ?? '', day: '2026-12-09', how: 'bellen', result: 'niet_bereikt' },
    onward: { kind: 'next', ownerPersonId: henk, ownerName: null, nextDay: '2027-01-10', nextHow: 'kaartje' },
  })
  await care.closeSignal({ id: ids[6] ?? '', reason: 'niet_nodig' })

  await goTo('2027-02-23')
  const report = () => reports.get({ report: 'signals', from: '2026-11-01', until: '2027-02-23' })
  const page = JSON.stringify(await report())
  // Six of one kind beside eight in all would tell that the two other kinds were one each; so would six closed beside five.
  expect(page).toContain('{"label":"signals_opened","value":{"kind":"hidden"}}')
  expect(page).toContain('{"label":"signals_closed","value":{"kind":"hidden"}}')
  expect(page).toContain('{"label":"signals_referred","value":{"kind":"persons","n":5}}')
  // Five to one organisation are told; what is fewer is not.
  expect(page).toContain('[{"kind":"text","text":"Wijkteam Oosterweide"},{"kind":"persons","n":5}]')
  expect(page).toContain('{"label":"signals_open","value":{"kind":"persons","n":null}}')
  for (const name of ['Vos', 'Ria', 'Henk', 'Lindelaan']) expect(page).not.toContain(name)
  // The members are as many as they were: who came in need is none.
  expect(
    (await members.list({ neighbourhood: null, kind: 'lid', text: '', sort: 'name', offset: 0, limit: 50 })).rows,
  ).toHaveLength(2)
})
