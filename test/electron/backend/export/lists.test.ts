import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readFile } from '../../../../electron/backend/import/read-file.ts'
import { type NeighbourhoodBook, openNeighbourhoodBook } from '../../../support/a-neighbourhood.ts'
import { type DuesBook, openDuesBook } from '../../../support/dues-book.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'
import type { TestBackend } from '../../../support/test-backend.ts'

type Wanted = Parameters<TestBackend['api']['exports']['make']>[0]

describe('money', () => {
  let book: DuesBook
  beforeEach(async () => {
    book = await openDuesBook()
  })
  afterEach(() => book.close())
  const linesOf = async (wanted: Wanted) => {
    const { file } = await book.api.exports.make(wanted)
    const made = await book.backend.produceFile(file)
    return readFile(made?.bytes ?? new Uint8Array()).lines.map(({ cells }) => cells)
  }

  it('still open: who, where and how much, as amounts', async () => {
    const ria = await book.aPayer('Ria Berg')
    await book.aPayer('Wim Groot')
    await book.api.dues.run({})
    await book.pay(ria, 110)
    const lines = await linesOf({ list: 'openDues', format: 'csv' })
    expect(lines[0]).toEqual(['Naam', 'Adres', 'Mobiel', 'E-mail', 'Nog open'])
    expect(lines.slice(1).map((cells) => [cells[0], cells[1], cells[4]])).toEqual([
      ['Wim Groot', 'Lijsterpad 2', '110,00'],
    ])
  })

  it('payments: what was taken back stands on a line of its own', async () => {
    const ria = await book.aPayer('Ria Berg')
    const paymentId = await book.pay(ria, 25, { day: '2026-03-01' })
    await book.pay(ria, 30, { day: '2026-02-28' })
    await book.api.dues.reversePayment({ paymentId, reason: 'mistake' })
    const lines = await linesOf({ list: 'payments', format: 'xlsx', from: '2026-03-01' })
    expect(lines.slice(1).map((cells) => [cells[0], cells[1], cells[2]])).toEqual([
      ['01-03-2026', 'Ria Berg', '25'],
      ['23-11-2026', 'Ria Berg', '-25'],
    ])
  })
})

describe('gatherings and binnenbuurten', () => {
  let book: NeighbourhoodBook
  beforeEach(async () => {
    book = await openNeighbourhoodBook()
  })
  afterEach(() => book.close())
  const linesOf = async (wanted: Wanted) => {
    const { file } = await book.api.exports.make(wanted)
    return readFile(book.context.files.take(file)?.bytes ?? new Uint8Array()).lines.map(({ cells }) => cells)
  }

  it('hold numbers, and the names only of one gathering', async () => {
    const groupId = await book.aGroup('Kastanjehof')
    const ria = await book.aPerson('Ria Berg', { groupId })
    await book.aPerson('Wim Groot', { groupId })
    await book.aTerm(ria, groupId, 'contactpersoon')
    const { id } = await book.api.gatherings.plan({
      ...plainGathering,
      groupId,
      day: '2026-11-20',
      startTime: '16:00',
      title: 'Thee',
      place: 'Bij Ria',
    })
    await book.api.gatherings.mark({ gatheringId: id, personId: ria, status: 'aanwezig' })
    expect((await linesOf({ list: 'gatherings', format: 'csv', year: 2026 }))[1]).toEqual([
      '20-11-2026',
      '16:00',
      'Thee',
      'Kastanjehof',
      'Bij Ria',
      '',
      'Nog niet vastgelegd',
      '2',
      '1',
      '0',
      '0',
      '1',
      '0',
    ])
    expect((await linesOf({ list: 'attendance', format: 'xlsx', gatheringId: id })).slice(1)).toEqual([
      ['Ria Berg', 'Kastanjehof', 'Aanwezig'],
      ['Wim Groot', 'Kastanjehof', 'Nog niet bekend'],
    ])
    expect((await linesOf({ list: 'neighbourhoods', format: 'csv' }))[1]?.slice(0, 6)).toEqual([
      'Kastanjehof',
      '2',
      '2',
      '50',
      'Kwetsbaar',
      'Contactpersoon: Ria Berg',
    ])
    await book.api.rights.restrict({ personId: ria, reason: 'bezwaar', day: '2026-11-20' })
    expect((await linesOf({ list: 'neighbourhoods', format: 'csv' }))[1]?.[2]).toBe('1')
  })

  it('of a gathering that does not exist is refused', async () => {
    await expect(linesOf({ list: 'attendance', format: 'csv', gatheringId: 'gone' })).rejects.toMatchObject({
      code: 'notFound',
    })
  })
})
