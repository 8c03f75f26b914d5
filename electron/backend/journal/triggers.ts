// Triggers made from the declarations: nothing can be written unrecorded, whichever code does it.
// Built-in functions only (trusted_schema = 0 refuses registered ones inside a trigger).
import { plainLetters } from '../../../shared/domain/person-name.ts'
import type { Column, Table } from '../database/declare-table.ts'
import { columnsOf, isJournaled, isSearched } from '../database/declare-table.ts'

/** All triggers and search tables of the given tables, ready to execute; each name starts with its table. */
export function triggerStatements(tables: readonly Table[]): string[] {
  return tables.flatMap((table) => [
    ...(isJournaled(table) ? journalTriggers(table) : []),
    ...(isSearched(table) ? searchTriggers(table) : []),
  ])
}

/** The search tables. Contentless: the words stand only in the index, and 'secure-delete' takes them out of the file. */
export function searchTableStatements(tables: readonly Table[]): string[] {
  return tables.filter(isSearched).flatMap((table) => {
    const name = searchTable(table)
    const columns = Object.keys(searchColumns(table, 'NEW'))
    return [
      `CREATE VIRTUAL TABLE ${name} USING fts5(${columns.join(', ')}, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2')`,
      `INSERT INTO ${name} (${name}, rank) VALUES ('secure-delete', 1)`,
    ]
  })
}

/** Makes the search tables anew out of the rows that are there; for after a migration or a restore, which run without triggers. */
export function refillSearchStatements(tables: readonly Table[]): string[] {
  const searched = tables.filter(isSearched)
  return [
    ...searched.map((table) => `DROP TABLE IF EXISTS ${searchTable(table)}`),
    ...searchTableStatements(searched),
    ...searched.map((table) => {
      const columns = searchColumns(table, table.name)
      return `INSERT INTO ${searchTable(table)} (rowid, ${Object.keys(columns).join(', ')}) SELECT row_no, ${Object.values(columns).join(', ')} FROM ${table.name} WHERE deleted_at IS NULL`
    }),
  ]
}

/**
 * Around the removal of many rows: taking words out of the file row by row rewrites ever longer lists, so they are marked
 * as gone and the whole index is written anew once, which leaves as little of them.
 */
export function bulkRemovalStatements(table: Table): { readonly before: string[]; readonly after: string[] } {
  const name = searchTable(table)
  if (!isSearched(table)) return { before: [], after: [] }
  return {
    before: [`INSERT INTO ${name} (${name}, rank) VALUES ('secure-delete', 0)`],
    after: [
      `INSERT INTO ${name} (${name}) VALUES ('optimize')`,
      `INSERT INTO ${name} (${name}, rank) VALUES ('secure-delete', 1)`,
    ],
  }
}

/**
 * In the place of the triggers, for very many new rows at once: `record` writes after them what the triggers would have written, out of
 * the rows behind a place (`?`) in the table. Whoever uses this puts the triggers back in the same transaction: {@link insertInBulk}.
 */
export function bulkInsertStatements(table: Table): {
  readonly before: string[]
  readonly record: string[]
  readonly after: string[]
} {
  const { name } = table
  const triggers = triggerStatements([table]).filter((statement) => insertTrigger.test(statement))
  const record: string[] = []
  const from = `FROM ${name} WHERE row_no > ?`
  if (isJournaled(table))
    record.push(
      `INSERT INTO change (action_seq, table_name, row_id, op, before, after) SELECT ${currentAction}, '${name}', id, 'insert', NULL, ${rowAsJson(columnsOf(table), name)} ${from} ORDER BY row_no`,
    )
  if (isSearched(table)) {
    const columns = searchColumns(table, name)
    record.push(
      `INSERT INTO ${searchTable(table)} (rowid, ${Object.keys(columns).join(', ')}) SELECT row_no, ${Object.values(columns).join(', ')} ${from} AND deleted_at IS NULL`,
    )
  }
  return {
    before: triggers.map((statement) => `DROP TRIGGER ${insertTrigger.exec(statement)?.[1]}`),
    record,
    after: triggers,
  }
}

const insertTrigger = /^CREATE TRIGGER (\w+) AFTER INSERT /

/** Name of the search table of a declared table. Join: `person.row_no = person_search.rowid`. */
const searchTable = (table: Pick<Table, 'name'>): string => `${table.name}_search`

const currentAction = '(SELECT action_seq FROM current_action)'

function journalTriggers(table: Table): string[] {
  const columns = columnsOf(table)
  const record = (op: string, row: 'NEW' | 'OLD', before: string, after: string) =>
    `INSERT INTO change (action_seq, table_name, row_id, op, before, after) VALUES (${currentAction}, '${table.name}', ${row}.id, '${op}', ${before}, ${after})`
  const onInsert = `CREATE TRIGGER ${table.name}_journal_insert AFTER INSERT ON ${table.name} BEGIN
  ${record('insert', 'NEW', 'NULL', rowAsJson(columns, 'NEW'))};
END`
  if (table.class === 'fact') {
    const refuse = (verb: string, when = '') =>
      `CREATE TRIGGER ${table.name}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table.name}${when} BEGIN SELECT RAISE(ABORT, 'ledger rows are append-only'); END`
    // A row that two computers made has to be the same on both; taking over the other's is the only change there is.
    const unlessReplaced = ' WHEN OLD.id NOT IN (SELECT id FROM sync_replacing)'
    return [onInsert, refuse('UPDATE', unlessReplaced), refuse('DELETE')]
  }
  return [
    onInsert,
    `CREATE TRIGGER ${table.name}_journal_update AFTER UPDATE ON ${table.name} BEGIN
  ${recordChanged(table.name, columns)};
END`,
    `CREATE TRIGGER ${table.name}_journal_delete AFTER DELETE ON ${table.name} BEGIN
  ${record('delete', 'OLD', rowAsJson(columns, 'OLD'), 'NULL')};
END`,
  ]
}

/** @param row `NEW`, `OLD`, or the name of the table outside a trigger */
function rowAsJson(columns: Readonly<Record<string, Column>>, row: string): string {
  const pairs = Object.entries(columns).map(([name, column]) => `'${name}', ${jsonValue(row, name, column)}`)
  return `json_object(${pairs.join(', ')})`
}

/**
 * One row about the columns whose value differs between the old and the new row, and none when no value does. SQLite reads all triggers
 * each time a book is opened, so every column is named as few times as can be.
 */
function recordChanged(table: string, columns: Readonly<Record<string, Column>>): string {
  const rows = Object.entries(columns).map(
    ([name, column]) => `('${name}', ${jsonValue('OLD', name, column)}, ${jsonValue('NEW', name, column)})`,
  )
  // The row in front is there for the names of the three, and is in no answer: its two values are the same.
  const values = `SELECT '' AS name, 0 AS old, 0 AS new UNION ALL VALUES ${rows.join(', ')}`
  return `INSERT INTO change (action_seq, table_name, row_id, op, before, after) SELECT ${currentAction}, '${table}', NEW.id, 'update', json_group_object(name, old), json_group_object(name, new) FROM (${values}) WHERE old IS NOT new HAVING count(*) > 0`
}

// json_object refuses BLOBs: a sealed value stands in the journal as hexadecimal text.
const jsonValue = (row: string, name: string, column: Column) =>
  column.type === 'BLOB' ? `hex(${row}.${name})` : `${row}.${name}`

const anyChanged = (names: readonly string[]) => names.map((name) => `OLD.${name} IS NOT NEW.${name}`).join(' OR ')

function searchTriggers(table: Table): string[] {
  const name = searchTable(table)
  const columns = Object.keys(searchColumns(table, 'NEW')).join(', ')
  const add = `INSERT INTO ${name} (rowid, ${columns}) SELECT NEW.row_no, ${Object.values(searchColumns(table, 'NEW')).join(', ')} WHERE NEW.deleted_at IS NULL`
  // A contentless index forgets a row only when it is told the very words that were put in.
  const remove = `INSERT INTO ${name} (${name}, rowid, ${columns}) SELECT 'delete', OLD.row_no, ${Object.values(searchColumns(table, 'OLD')).join(', ')} WHERE OLD.deleted_at IS NULL`
  const read = [...searchedNames(table), 'deleted_at', 'row_no']
  return [
    `CREATE TRIGGER ${table.name}_search_insert AFTER INSERT ON ${table.name} BEGIN ${add}; END`,
    `CREATE TRIGGER ${table.name}_search_update AFTER UPDATE ON ${table.name} WHEN ${anyChanged(read)} BEGIN ${remove}; ${add}; END`,
    `CREATE TRIGGER ${table.name}_search_delete AFTER DELETE ON ${table.name} BEGIN ${remove}; END`,
  ]
}

const searchedNames = (table: Table) =>
  Object.entries(table.columns).flatMap(([name, column]) => (column.search ? [name] : []))

/** Search column -> SQL expression over a row: all words together, and all telephone numbers in the forms people type. */
function searchColumns(table: Table, row: string): Record<string, string> {
  const of = (kind: 'words' | 'phone') =>
    Object.entries(table.columns).flatMap(([name, column]) => (column.search === kind ? [`${row}.${name}`] : []))
  const words = of('words').map((value) => `coalesce(${value}, '')`)
  const phones = of('phone').map(phoneForms)
  return {
    ...(words.length > 0 ? { words: plainWords(`(${words.join(" || ' ' || ")})`) } : {}),
    ...(phones.length > 0 ? { phones: phones.join(" || ' ' || ") } : {}),
  }
}

/** Without apostrophes and with plain letters where the tokenizer knows none, as foldText() does to what is looked for. */
function plainWords(words: string): string {
  let plain = words
  for (const sign of ["''", '’', '‘', '`', '´']) plain = `replace(${plain}, '${sign}', '')`
  for (const [letter, plainLetter] of Object.entries(plainLetters)) {
    plain = `replace(${plain}, '${letter}', '${plainLetter}')`
    if (letter.toUpperCase().length === 1 && letter !== 'ı')
      plain = `replace(${plain}, '${letter.toUpperCase()}', '${plainLetter}')`
  }
  return plain
}

/** '06-1000 2214' is found as 0610002214, 10002214 and 2214. */
function phoneForms(value: string): string {
  let digits = `coalesce(${value}, '')`
  for (const sign of [' ', '-', '(', ')', '.', '/', '\u00a0']) digits = `replace(${digits}, '${sign}', '')`
  digits = `replace(${digits}, '+31', '0')`
  return `(${digits} || ' ' || substr(${digits}, 3) || ' ' || substr(${digits}, -4))`
}
