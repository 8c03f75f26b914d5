import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { write } from '../../../../electron/backend/database/write.ts'
import { contract } from '../../../../shared/contract/contract.ts'
import { agreed, signalOf } from '../../../support/care-book.ts'
import { askEverything } from '../../../support/every-answer.ts'
import { newMember } from '../../../support/new-member.ts'
import { anOrganisation } from '../../../support/organisations.ts'
import { aNeighbour, aPair } from '../../../support/pairs-book.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'
import { join as joinBook, openSharedBook, type SharedBook, settle } from '../../../support/shared-books.ts'
import { openTestBackend, type TestBackend } from '../../../support/test-backend.ts'
import { unpacked } from '../../../support/unpacked.ts'

const canaries = Array.from({ length: 20 }, (_, index) => `kanarie${'bcdfghjklmnpqrstvwxz'[index]}${index}uil`)
/** The control: stands in an ordinary note of a person, so every way of looking must find it somewhere. */
const control = 'controlewoordpimpelmees'

/** Need something that a book without a bank file, a list being read, a collection, an e-mail address or another book does not have. */
const nothingToAnswer = [
  'bank.preview',
  'between.preview',
  'between.previewMembers',
  'between.previewStandings',
  'directDebit.collection',
  'directDebit.mandateForm',
  'directDebit.notices',
  'directDebit.propose',
  'documents.mail',
  'imports.arrangement',
  'imports.preview',
  'imports.row',
  'reminders.letters',
]
/** Everything that is kept of somebody is theirs to see, notes too; whoever shows it opens the lock first. */
const givesCareToWhomItIsAbout = ['rights.access']
/** Asked for with what care holds, it is refused while that is shut. */
const refusedWhileShut = ['documents.show dossier']
/** Put another book in the place of this one. */
const leaveTheBook = ['books']

interface Filled {
  readonly test: TestBackend
  readonly ids: Readonly<Record<string, string>>
}

/** Twenty words: in notes of a person, of a signal and of contact, and in the addresses of people nobody knows. */
async function writeCanaries(test: Pick<TestBackend, 'api'>, personId: string): Promise<void> {
  const { care } = test.api
  await care.unlock({ passphrase: null })
  for (const [index, word] of canaries.entries()) {
    const text = `Zij vertelde over ${word} en meer.`
    const note = { note: text, consent: agreed }
    const moment = { day: '2026-11-20', how: 'bellen', result: 'gesproken', byPersonId: null, byName: 'Wim' } as const
    if (index % 4 === 0) await care.addNote({ personId, signalId: null, text, consent: agreed })
    else if (index % 4 === 1) await care.openSignal({ ...signalOf(personId, personId), ...note })
    else if (index % 4 === 2) await care.recordContact({ personId, ...moment, ...note })
    else await care.openSignal({ ...signalOf(personId, personId), about: { kind: 'place', place: `Laan ${word}` } })
  }
}

async function filledBook(): Promise<Filled> {
  const test = await openTestBackend()
  const { api } = test
  const { id: neighbourhoodId } = await api.neighbourhoods.add({
    ...{ name: 'Kastanjehof', areaNote: null, targetSize: 50, cadencePerYear: null },
  })
  const personId = (await api.members.register({ ...newMember(1, neighbourhoodId), note: control })).id
  const { householdId } = await api.members.get({ id: personId })
  const { id: gatheringId } = await api.gatherings.plan({
    ...plainGathering,
    groupId: neighbourhoodId,
    day: '2026-11-10',
    title: 'Thee',
    note: control,
  })
  const { id: termId } = await api.roles.assign({
    ...{ role: 'contactpersoon', neighbourhoodId, side: null, personId, from: '2026-01-01', plannedEnd: '2027-01-01' },
  })
  await api.books.changeSettings({ ...(await api.books.settings({})), modules: ['care'] })
  await writeCanaries(test, personId)
  const agreement = { aName: 'A', bName: 'B', rhythm: { unit: 'week', times: 1 }, months: 4 } as const
  const { id: programmeId } = await api.pairs.addProgramme({ name: 'Maatjes', kind: 'maatjes', ...agreement })
  const pairId = await aPair(test, {
    ...{ programmeId, a: personId, b: await aNeighbour(test, 'Bep Kok'), day: '2026-11-10' },
  })
  const { id: sealedId } = await api.sealedPairs.add({ name: 'Besloten', ...agreement, code: 'blauwe fiets' })
  const { id: requestId } = await api.mutualHelp.ask({
    ...{ personId, askedByPersonId: null, groupId: null, category: 'tuin', institution: null, words: control },
    ...{ wantedBy: null, wantedTime: null, lasting: false },
  })
  const organisationId = await anOrganisation(api)
  const { id: initiativeId } = await api.initiatives.save({
    ...{ id: null, name: 'Dorpsauto', goal: null, ownerPersonId: personId, ownerName: null, organisationId },
    ...{ state: 'loopt', from: null, plannedEnd: null, note: null },
  })
  const { id: seriesId } = await api.series.start({
    ...{ groupId: null, counted: 'aantal', title: 'Praattafel', place: null, startTime: null, asksLanguages: false },
    rhythm: { kind: 'maand', every: 1, nth: 1, firstDay: '2026-12-01' },
  })
  const [report] = await api.reports.list({})
  const ids = {
    ...{ personId, neighbourhoodId, householdId, gatheringId, termId, groupId: neighbourhoodId },
    ...{ 'members.id': personId, 'neighbourhoods.id': neighbourhoodId, 'gatherings.id': gatheringId },
    ...{ 'roles.id': termId, report: report?.code ?? '', plannedEnd: '2027-06-01', role: 'vervanger' },
    ...{ 'history.id': personId, 'pairs.id': programmeId, pairId, programmeId },
    ...{ 'sealedPairs.programmeId': sealedId, 'series.id': seriesId, seriesId, requestId },
    ...{ 'documents.neighbourhood': neighbourhoodId, 'documents.key': personId },
    ...{ 'organisations.id': organisationId, 'initiatives.id': initiativeId },
  }
  return { test, ids }
}

/** Words as they are, and as bytes are written where only text can stand: the journal has sealed values in hexadecimal. */
const found = (where: string, words: readonly string[]) => {
  const lower = where.toLowerCase()
  return words.filter((word) => {
    const hex = Buffer.from(word).toString('hex')
    return lower.includes(word) || lower.includes(hex)
  })
}

/** Every file of the program's folder, and what is packed in those that are zips. */
function everyFile(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1')).join('\n')
}

const idsFor = (shape: object, ids: Filled['ids']) => ('gatheringId' in shape ? { gatheringId: ids.gatheringId } : {})

describe('twenty words in sealed notes', () => {
  let filled: Filled
  const open: TestBackend[] = []
  beforeAll(async () => {
    filled = await filledBook()
    open.push(filled.test)
    return async () => {
      for (const test of open.splice(0)) await test.close()
    }
  })

  it('are read behind the lock of care, all of them', async () => {
    const { api } = filled.test
    await api.care.unlock({ passphrase: null })
    const shown = [
      await api.care.forPerson({ personId: filled.ids.personId ?? '' }),
      await api.care.signals({ state: 'open' }),
    ]
    expect(found(JSON.stringify(shown), canaries)).toHaveLength(20)
  })

  it.each(['open', 'shut'])('are in no answer of another area while care is %s', async (state) => {
    const { api, backend } = filled.test
    if (state === 'open') await api.care.unlock({ passphrase: null })
    else await api.care.lock({})
    const asked = await askEverything({ backend, without: ['care'], ids: filled.ids }, ['query'])
    for (const { method, reply } of asked)
      if (state === 'shut' || !givesCareToWhomItIsAbout.includes(method))
        expect(found(reply, canaries), method).toEqual([])
    // The control: an ordinary note is in answers, so this looks in the right place.
    expect(asked.filter(({ reply }) => reply.includes(control)).map(({ method }) => method)).toContain('members.get')
    // A question that is added and cannot be made up stands here by name: give it an id or an input.
    const unanswered = asked.filter(({ isAnswered }) => !isAnswered).map(({ method }) => method)
    expect(unanswered.filter((method) => !nothingToAnswer.includes(method))).toEqual(
      state === 'shut' ? refusedWhileShut : [],
    )
  })

  it('leave by no method of care itself while it is shut', async () => {
    const { api, backend } = filled.test
    await api.care.lock({})
    const without = Object.keys(contract).filter((area) => area !== 'care')
    const asked = await askEverything({ backend, without, ids: filled.ids }, ['query'])
    expect(asked.length).toBeGreaterThan(8)
    for (const { method, reply } of asked) expect(found(reply, canaries), method).toEqual([])
    expect(asked.filter(({ isAnswered }) => isAnswered).map(({ method }) => method)).toEqual(['care.lockState'])
  })

  it('are in no list that is taken along, whatever its form', async () => {
    const { api, backend } = filled.test
    // Read from the contract: a list or a form that is added is made as well.
    expect(Object.keys(contract.exports)).toEqual(['make', 'everything'])
    const wanted = contract.exports.make.input.options.flatMap(({ shape }) =>
      shape.format.options.map((format) => ({ list: shape.list.value, format, ...idsFor(shape, filled.ids) })),
    )
    const made = async (method: string, input: object) => {
      const reply = JSON.parse(await backend.call(JSON.stringify({ method, input })))
      const file = reply.ok ? await backend.produceFile(reply.value.file) : undefined
      return unpacked(file?.bytes ?? new Uint8Array())
    }
    let words = ''
    for (const input of wanted) words += await made('exports.make', input)
    await api.care.lock({})
    const shut = await made('exports.everything', {})
    await api.care.unlock({ passphrase: null })
    const open = await made('exports.everything', {})
    expect(found(words + shut + open, canaries)).toEqual([])
    expect(words).toContain('Nguyen1')
    expect([shut, open].map((zip) => zip.includes(control))).toEqual([true, true])
    // While care is shut not even its codes go along.
    expect([shut, open].map((zip) => zip.includes('care_note.csv'))).toEqual([false, true])
  })

  it('are in no file: not the book, its journal and index, not its copies, not what commands answered or wrote to the log', async () => {
    const { api, backend, folder, logged } = filled.test
    await api.backups.make({})
    await api.sealing.makeSheet({})
    const bytes = everyFile(folder)
    expect(found(bytes, canaries)).toEqual([])
    // In the book and in the copy of it.
    expect(bytes.split(control).length - 1).toBeGreaterThanOrEqual(2)
    await api.care.unlock({ passphrase: null })
    const given = await askEverything({ backend, without: ['care', ...leaveTheBook], ids: filled.ids }, ['command'])
    for (const { method, reply } of given) expect(found(reply, canaries), method).toEqual([])
    expect(given.filter(({ isAnswered }) => isAnswered).length).toBeGreaterThan(20)
    expect(found(logged.join('\n'), canaries)).toEqual([])
    expect(found(everyFile(folder), canaries)).toEqual([])
  })
})

it('would be found in the file, its journal and what is sent if a note were stored unsealed', async () => {
  const book = await openSharedBook('a')
  const { id: personId } = await book.api.members.register(newMember(1, null))
  await writeCanaries({ api: book.api }, personId)
  const [word = ''] = canaries
  await write(book.context, { kind: 'careNoteAdded' }, (tx) =>
    tx
      .updateTable('care_note')
      .set({ content: Buffer.from(word) })
      .execute(),
  )
  const segments = await book.send()
  expect(found(segments.flatMap(({ lines }) => lines).join(), canaries)).toEqual([word])
  expect(found(everyFile(book.context.dataFolder), canaries)).toEqual([word])
  const journal = book.rows("SELECT after FROM change WHERE table_name = 'care_note' AND op = 'update'")
  expect(found(JSON.stringify(journal), canaries)).toEqual([word])
  await book.close()
})

describe('the same words in a book that two people keep', () => {
  const open: SharedBook[] = []
  afterEach(async () => {
    for (const book of open.splice(0)) await book.close()
  })

  it('are in no line that is sent, and those of care go with their part of the book alone', async () => {
    const a = await openSharedBook('a')
    open.push(a)
    const { id: personId } = await a.api.members.register({ ...newMember(1, null), note: control })
    await writeCanaries({ api: a.api }, personId)
    const segments = await a.send()
    const lines = segments.flatMap((segment) => segment.lines).join('\n')
    expect(found(lines, canaries)).toEqual([])
    expect(lines).toContain(control)
    const withNotes = segments.filter((segment) => segment.lines.some((line) => line.includes('care_note')))
    expect(withNotes.map(({ scope }) => scope)).toEqual(withNotes.map(() => 'zorg'))
    expect(withNotes.length).toBeGreaterThan(0)
  })

  it('are gone on the other computer too when consent is withdrawn, and do not come back', async () => {
    const a = await openSharedBook('a')
    open.push(a)
    const { id: personId } = await a.api.members.register(newMember(1, null))
    await writeCanaries({ api: a.api }, personId)
    const b = await joinBook(a, 'b')
    open.push(b)
    const notes = (book: SharedBook) => book.rows('SELECT id FROM care_note').length
    expect(notes(b)).toBe(15)
    await a.api.care.withdrawConsent({ personId })
    await settle([a, b])
    expect([notes(a), notes(b)]).toEqual([0, 0])
    expect(await b.digest('zorg')).toBe(await a.digest('zorg'))
  })
})
