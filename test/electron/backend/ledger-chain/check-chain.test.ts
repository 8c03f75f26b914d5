// Whatever is altered in the ledger behind the app's back is told, column by column; and the check can fail: a chain made without
// a column does not see that column.
import type BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { columnsOf } from '../../../../electron/backend/database/declare-table.ts'
import { dropTriggers } from '../../../../electron/backend/database/migrate.ts'
import { allTables } from '../../../../electron/backend/database/schema.ts'
import { chainOldRows } from '../../../../electron/backend/ledger-chain/chain-old-rows.ts'
import { ledgerShape } from '../../../../electron/backend/ledger-chain/chain-text.ts'
import { chainEnds, checkChain } from '../../../../electron/backend/ledger-chain/check-chain.ts'
import { type MoneyBook, openMoneyBook } from '../../../support/money-book.ts'
import { writeEveryKindOfLedgerRow } from '../../../support/whole-ledger.ts'

const ledger = allTables.filter((table) => table.class === 'fact')
const cases = ledger.flatMap((table) => Object.keys(columnsOf(table)).map((column) => [table.name, column] as const))

let book: MoneyBook
beforeAll(async () => {
  book = await openMoneyBook()
  await writeEveryKindOfLedgerRow(book)
  // Who alters the file itself is not held back by triggers or checks.
  dropTriggers(book.opened.raw)
  book.opened.raw.pragma('ignore_check_constraints = 1')
})
afterAll(() => book.close())

const check = () => checkChain(book.context.db)

/** Puts everything back afterwards. */
async function tampering<Result>(work: (raw: BetterSqlite3.Database) => Promise<Result>): Promise<Result> {
  const { raw } = book.opened
  raw.exec('SAVEPOINT tampering')
  try {
    return await work(raw)
  } finally {
    raw.exec('ROLLBACK TO tampering')
    raw.exec('RELEASE tampering')
  }
}

const idsOf = (table: string) =>
  book.opened.raw.prepare(`SELECT id FROM ${table} ORDER BY row_no`).pluck().all() as string[] // ids are texts

/** Another value of the same type, also where there was none. */
function alter(raw: BetterSqlite3.Database, table: string, column: string, id: string): void {
  const declared = ledger.find(({ name }) => name === table)
  const type = declared && columnsOf(declared)[column]?.type
  const other = type === 'INTEGER' ? `coalesce(${column}, 0) + 1` : `coalesce(${column}, '') || 'x'`
  const { changes } = raw.prepare(`UPDATE ${table} SET ${column} = ${other} WHERE id = ?`).run(id)
  if (changes !== 1) throw new Error(`${table}.${column} was not altered`)
}

test('a ledger that nobody touched is as it was written, in every kind of row', async () => {
  for (const { name } of ledger) expect([name, idsOf(name).length]).toEqual([name, 2])
  expect(await check()).toBeNull()
})

test('rows of the ledger hold texts and whole numbers only: what must be erasable stands beside them', () => {
  const types = new Set(ledger.flatMap((table) => Object.values(columnsOf(table)).map(({ type }) => type)))
  expect([...types].sort()).toEqual(['INTEGER', 'TEXT'])
})

describe.each(cases)('%s.%s', (table, column) => {
  test('altered in any row is reported', async () => {
    for (const id of idsOf(table)) {
      const fault = await tampering((raw) => {
        alter(raw, table, column, id)
        return check()
      })
      // A row under another id is a row that is gone, and one that came.
      expect(fault).toEqual({ fault: column === 'id' ? 'missing' : 'altered', table, id })
    }
  })

  test.skipIf(column === 'id')('goes unseen by a chain without it (control)', async () => {
    const blind = new Map(ledgerShape)
    blind.set(
      table,
      (ledgerShape.get(table) ?? []).filter((name) => name !== column),
    )
    const fault = await tampering((raw) => {
      raw.exec('DELETE FROM ledger_chain')
      chainOldRows(raw, blind)
      const [id = ''] = idsOf(table)
      // The chain of a computer is found by its name; under another one it would be looked for elsewhere.
      alter(raw, table, column, id)
      return checkChain(book.context.db, blind)
    })
    expect(fault).toBeNull()
  })
})

describe.each(ledger.map(({ name }) => name))('a row of %s', (table) => {
  test('that was taken out is reported, with its link or without', async () => {
    const [id = ''] = idsOf(table)
    const gone = await tampering((raw) => {
      raw.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id)
      return check()
    })
    expect(gone).toEqual({ fault: 'missing', table, id })
    const goneWhole = await tampering((raw) => {
      raw.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id)
      const line = raw.prepare('SELECT rows FROM ledger_chain').pluck().get() as string // a text
      const without = line.split('\n').filter((link) => !link.includes(` ${id} `))
      raw.prepare('UPDATE ledger_chain SET rows = ?, links = ?').run(without.join('\n'), without.length)
      return check()
    })
    expect(goneWhole?.fault).toBe('altered')
  })

  test('that was put in from outside is reported', async () => {
    const fault = await tampering((raw) => {
      const columns = (ledgerShape.get(table) ?? []).filter((name) => name !== 'id').join(', ')
      raw.exec(`INSERT INTO ${table} (id, ${columns}) SELECT 'outside', ${columns} FROM ${table} LIMIT 1`)
      return check()
    })
    expect(fault).toEqual({ fault: 'added', table, id: 'outside' })
  })
})

test.each([
  ['the hash', "UPDATE ledger_chain SET hash = 'f' || substr(hash, 2) || '0'"],
  ['the number of links', 'UPDATE ledger_chain SET links = links + 1'],
  ['the first place', 'UPDATE ledger_chain SET place = place + 1'],
  ['the tables', "UPDATE ledger_chain SET rows = replace(rows, 'due', 'payment')"],
])('a block whose links were altered is reported: %s', async (_what, statement) => {
  const fault = await tampering((raw) => {
    raw.exec(statement)
    return check()
  })
  expect(fault).not.toBeNull()
})

test('rows that change places are reported', async () => {
  const fault = await tampering((raw) => {
    const rows = raw.prepare('SELECT rows FROM ledger_chain').pluck().get() as string // a text
    const [first = '', second = '', ...rest] = rows.split('\n')
    raw.prepare('UPDATE ledger_chain SET rows = ?').run([second, first, ...rest].join('\n'))
    return check()
  })
  expect(fault?.fault).toBe('altered')
})

test('a chain that lost its end is reported', async () => {
  const fault = await tampering((raw) => {
    raw.exec('DELETE FROM ledger_chain')
    return check()
  })
  expect(fault?.fault).toBe('added')
})

test('every action, undo and redo leaves the chain whole and longer', async () => {
  const other = await openMoneyBook()
  const places: number[] = []
  const look = async () => {
    expect(await checkChain(other.context.db)).toBeNull()
    places.push((await chainEnds(other.context.db))[0]?.place ?? 0)
  }
  const ria = await other.aPayer('Ria Berg')
  await look()
  await other.api.dues.run({})
  await look()
  await other.pay(ria, 25)
  await look()
  await other.undoLast()
  await look()
  await other.receive(100)
  await look()
  await other.close()
  expect(places).toEqual([0, 11, 15, 19, 20])
})
