import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { write } from '../../../../electron/backend/database/write.ts'
import { findInFiles } from '../../../support/canary-files.ts'
import { signalOf } from '../../../support/care-book.ts'
import { plainGathering } from '../../../support/plain-gathering.ts'
import { canary, fillEveryTable, rightsBooks } from '../../../support/rights-book.ts'

const aBook = rightsBooks()

describe('erasing somebody from their own page', () => {
  test('leaves no word of any column in any file of the book', async () => {
    const book = await aBook()
    await fillEveryTable(book, book.ria)
    expect(findInFiles(book.context.dataFolder, canary).length).toBeGreaterThan(40)
    book.opened.raw.pragma('ignore_check_constraints = 1')
    // For so long the mandate may have to be shown.
    book.setDay('2028-01-01')
    await book.api.rights.erase({ personId: book.ria })
    expect(findInFiles(book.context.dataFolder, canary)).toEqual([])
  })

  test('gives a receipt without a name, on which it stands what went', async () => {
    const book = await aBook()
    await book.api.members.change({ id: book.ria, fields: { note: 'Zingt in het koor' } })
    const preview = await book.api.rights.previewErase({ personId: book.ria })
    expect(preview).toMatchObject({ hindrance: null, devices: ['Pc van Joop'], ledgerUntil: null })
    expect(preview.gone).toContainEqual({ table: 'membership', count: 1 })
    const { receiptId } = await book.api.rights.erase({ personId: book.ria })
    const { page, title } = await book.api.privacy.document({ of: { kind: 'receipt', id: receiptId } })
    expect(title).toBe('Bewijs van wissen')
    expect(page).toContain('Lidmaatschap')
    expect(page).toContain('Pc van Joop: heeft het nog niet laten weten.')
    expect(page).not.toMatch(/Ria|Berg|koor/)
    expect((await book.api.privacy.overview({})).receipts).toMatchObject([{ id: receiptId, rows: 3 }])
    await expect(book.api.members.get({ id: book.ria })).rejects.toMatchObject({ code: 'notFound' })
  })
})

test('the receipt does not tell whether neighbours looked after somebody', async () => {
  const book = await aBook()
  await book.api.care.unlock({ passphrase: null })
  await book.api.care.openSignal(signalOf(book.ria, book.henk))
  await book.api.care.lock({})
  const { receiptId } = await book.api.rights.erase({ personId: book.ria })
  const kept = book.opened.raw.prepare('SELECT gone, stays FROM erasure_receipt').all()
  expect(JSON.stringify(kept)).not.toContain('signal')
  // As a program of before kept it.
  const told = JSON.stringify([
    { table: 'signal', count: 3 },
    { table: 'person', count: 1 },
  ])
  await write(book.context, { kind: 'personErased' }, (tx) =>
    tx.updateTable('erasure_receipt').set({ gone: told }).execute(),
  )
  const { page } = await book.api.privacy.document({ of: { kind: 'receipt', id: receiptId } })
  expect(page).not.toContain('Aandachtspunt')
  expect((await book.api.privacy.overview({})).receipts).toMatchObject([{ rows: 1 }])
})

test('what lay in the Prullenbak comes back from there, also when somebody it named was erased since', async () => {
  const book = await aBook()
  const groupId = await book.aGroup('Kastanjehof')
  const { id } = await book.api.gatherings.plan({
    ...plainGathering,
    title: 'Thee',
    groupId,
    day: '2026-11-30',
    hostPersonId: book.ria,
  })
  await book.api.gatherings.remove({ id })
  await book.api.rights.erase({ personId: book.ria })
  expect((await book.api.trash.list({})).items).toMatchObject([{ table: 'gathering', id }])
  await book.api.trash.restore({ table: 'gathering', id })
  expect(await book.api.gatherings.detail({ id })).toMatchObject({ id, hostName: null })
})

test('words are found in a file as they stand, in two bytes per letter and in base64 (control)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'buurtboek-canary-'))
  const word = 'Kanariegeel'
  for (const [name, bytes] of Object.entries({
    plain: Buffer.from(`xx${word}`),
    wide: Buffer.from(`x${word}`, 'utf16le'),
    base: Buffer.from(Buffer.from(`ab${word}c`).toString('base64')),
    none: Buffer.from('niets'),
  }))
    writeFileSync(join(folder, name), bytes)
  expect(findInFiles(folder, word).sort()).toEqual([
    `base: ${word} as base64`,
    `plain: ${word} as UTF-8`,
    `wide: ${word} as UTF-16LE`,
  ])
  rmSync(folder, { recursive: true })
})
