import { afterEach, expect, it } from 'vitest'
import { agreed, signalOf } from '../support/care-book.ts'
import { openPracticeBook, type PracticeBook } from '../support/practice-book.ts'

let book: PracticeBook
afterEach(() => book.close())

/** A neighbourhood without groups that fears the village: codes before sentences, notes that end, nobody ranked. */
it('keeps no gossip in three months without groups: codes first, notes with a word and an end', async () => {
  book = await openPracticeBook('one_neighbourhood')
  const { care, history, search } = book.api
  const ria = await book.aPerson('Ria Berg')
  await care.unlock({ passphrase: null })
  const sien = await book.aPerson('Sien Los')
  const about = signalOf(sien, ria)

  // A sentence without somebody's word for it is not kept; a code is.
  await expect(care.openSignal({ ...about, note: 'Zij drinkt, zeggen ze.' })).rejects.toMatchObject({
    code: 'consentNeeded',
  })
  await care.openSignal(about)
  const { id } = await care.addNote({
    personId: sien,
    signalId: null,
    text: 'Komt graag koffie drinken.',
    consent: agreed,
  })
  expect(await care.forPerson({ personId: sien })).toMatchObject({
    signals: [{ kind: 'aandacht' }],
    notes: [{ id, text: 'Komt graag koffie drinken.', expiresDay: '2027-05-23', consent: agreed }],
  })

  // It is found nowhere else: not by search, not in the history, and nobody has a score.
  expect(JSON.stringify(await search.find({ text: 'koffie' }))).not.toContain('koffie drinken')
  expect(JSON.stringify(await history.list({ limit: 50 }))).not.toContain('koffie')
  const rows = (await care.longestNotSpoken({ group: null, limit: 50 })).rows
  expect(rows.flatMap((row) => Object.keys(row)).filter((key) => /score|rank|points/i.test(key))).toEqual([])

  // Whoever it is about may have all of it gone at once; else it ends by itself.
  await care.addNote({ personId: ria, signalId: null, text: 'Iets anders.', consent: agreed })
  await care.withdrawConsent({ personId: sien })
  expect((await care.forPerson({ personId: sien })).notes).toEqual([])
  for (const [day, notes] of [
    ['2027-02-23', 1],
    ['2027-05-23', 0],
  ] as const) {
    await book.openAgain(day)
    await book.api.care.unlock({ passphrase: null })
    expect((await book.api.care.forPerson({ personId: ria })).notes).toHaveLength(notes)
  }
})
