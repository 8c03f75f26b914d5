// The number of the association's account stood with the book; since version 2 accounts have rows of their own.
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { migrate } from '../../electron/backend/database/migrate.ts'
import { migrations } from '../../electron/backend/database/migrations/index.ts'

let raw: BetterSqlite3.Database
beforeEach(() => {
  raw = new BetterSqlite3(':memory:')
  migrate(raw, migrations, 1)
})
afterEach(() => raw.close())

const aBook = (name: string | null, iban: string | null) => {
  // Triggers refuse a row outside an action; this one stands for a book that was made before.
  for (const trigger of raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
    raw.exec(`DROP TRIGGER "${trigger}"`)
  raw
    .prepare(
      `INSERT INTO book (id, name, kind, role_pattern, min_gatherings_per_year, dues_enabled, account_name, account_iban)
        VALUES ('book', 'Stadsdorp', 'vereniging', 'none', 3, 1, ?, ?)`,
    )
    .run(name, iban)
  migrate(raw, migrations)
}
const accounts = () => raw.prepare('SELECT iban, holder, is_main, notice_days, pain_version FROM bank_account').all()

describe('the account of a book of version 1', () => {
  it('becomes its main account', () => {
    aBook('Stadsdorp Oosterweide', 'NL91ABNA0417164300')
    expect(accounts()).toEqual([
      {
        iban: 'NL91ABNA0417164300',
        holder: 'Stadsdorp Oosterweide',
        is_main: 1,
        notice_days: 14,
        pain_version: '08',
      },
    ])
    expect(raw.prepare('SELECT account_name, account_iban FROM book').get()).toEqual({
      account_name: null,
      account_iban: null,
    })
  })

  it('is in the name of the association when no other was given', () => {
    aBook(null, 'NL91ABNA0417164300')
    expect(accounts()).toMatchObject([{ holder: 'Stadsdorp' }])
  })

  it('is not made up where there was none', () => {
    aBook('Stadsdorp Oosterweide', null)
    expect(accounts()).toEqual([])
  })
})
