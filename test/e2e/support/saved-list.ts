// Lists that the app saves, as a user would open them afterwards; and lists to take in, as they come from elsewhere.
import { readFile } from 'node:fs/promises'
import { read, utils, write } from '@e965/xlsx'
import type { Locator, Page } from '@playwright/test'
import type { ListFile } from '../pages/import-page.ts'

export interface SavedList {
  readonly name: string
  readonly bytes: Buffer
  /** The first row holds the headings. */
  readonly rows: readonly (readonly string[])[]
}

/** Saves the list of the screen by its own button and reads the file back with another program's eyes. */
export async function saveList(
  page: Page,
  button: Locator,
  format: 'Als Excel (.xlsx)' | 'Als CSV',
): Promise<SavedList> {
  await button.click()
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: format }).click()
  const download = await started
  const bytes = await readFile(await download.path())
  const book = format === 'Als CSV' ? read(bytes.toString('utf8'), { type: 'string', raw: true }) : read(bytes)
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  const rows = sheet ? utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' }) : []
  return { name: download.suggestedFilename(), bytes, rows }
}

/** Semicolons and Windows-1252, as Dutch Excel saves a list. */
export function csvFromExcel(name: string, rows: readonly (readonly string[])[]): ListFile {
  const text = rows.map((cells) => cells.join(';')).join('\r\n')
  // For the letters used in the tests latin1 and Windows-1252 are the same bytes.
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${text}\r\n`, 'latin1') }
}

export function xlsxFile(name: string, rows: readonly (readonly (string | number)[])[]): ListFile {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((cells) => [...cells])), 'Leden')
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: write(book, { type: 'buffer', bookType: 'xlsx' }),
  }
}
