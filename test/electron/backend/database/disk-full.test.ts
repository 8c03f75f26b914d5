import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { insertRows } from '../../../../electron/backend/database/insert-rows.ts'
import { write } from '../../../../electron/backend/database/write.ts'
import { dispatch } from '../../../../electron/backend/dispatch.ts'
import { command } from '../../../../shared/contract/method.ts'
import type { Reply } from '../../../../shared/contract/reply.ts'
import type { OpenTestBook } from '../../../support/open-book.ts'
import { openTestBook } from '../../../support/open-book.ts'

let book: OpenTestBook

beforeEach(async () => {
  book = await openTestBook()
})
afterEach(() => book.close())

/** From here on SQLite finds no room for `pages` more pages: the same answer as a full disk gives. */
function leaveRoomFor(pages: number): void {
  const used = Number(book.opened.raw.pragma('page_count', { simple: true }))
  book.opened.raw.pragma(`max_page_count = ${used + pages}`)
}

/** One action of two rows, by the way every request goes. */
async function addGroup(name: string): Promise<Reply> {
  const { context } = book
  const run = async () => ({
    value: await write(context, { kind: 'neighbourhoodAdded' }, async (tx) => {
      const row = { name, target_size: 50 }
      await insertRows(tx, 'neighbourhood', [{ ...row, id: context.newId() }])
      await tx.updateTable('book').set({ account_name: name }).execute()
    }),
  })
  const method = command(z.object({}), z.any())
  const text = await dispatch('{"method":"test.add","input":{}}', {
    route: async () => ({ method, run }),
    checkOutput: false,
    report: (_id, _method, error) => {
      throw error
    },
  })
  return JSON.parse(text) as Reply // dispatch answers nothing else
}

const rowsOf = (table: string) => book.opened.raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

describe('a full disk', () => {
  it.each([0, 1, 2, 3])('with room for %i pages: a sentence, nothing half done, and the app goes on', async (pages) => {
    leaveRoomFor(pages)
    const before = { groups: rowsOf('neighbourhood'), actions: rowsOf('action'), changes: rowsOf('change') }
    let added = 0
    let reply = await addGroup(`Binnenbuurt ${added} ${'lang '.repeat(60)}`)
    while (reply.ok && added < 2000) {
      added += 1
      reply = await addGroup(`Binnenbuurt ${added} ${'lang '.repeat(60)}`)
    }
    expect(reply).toEqual({ ok: false, error: { code: 'diskFull', details: {} } })
    expect(book.opened.raw.inTransaction).toBe(false)
    expect([rowsOf('neighbourhood'), rowsOf('action'), rowsOf('change')]).toEqual([
      Number(before.groups) + added,
      Number(before.actions) + added,
      Number(before.changes) + 2 * added,
    ])
    expect(book.opened.raw.pragma('integrity_check', { simple: true })).toBe('ok')

    // Room again: the same action goes through.
    book.opened.raw.pragma('max_page_count = 1000000')
    expect(await addGroup('Lijsterpad')).toMatchObject({ ok: true })
    expect(rowsOf('neighbourhood')).toBe(Number(before.groups) + added + 1)
  })
})
