// Which programs may read lines. A field that only newer ones know is kept by the others until they know it too; but where such a field
// says what others mean, such as for how many months an amount is, they must not read the rest either.
import { columnsOf } from '../../database/declare-table.ts'
import { allTables } from '../../database/schema.ts'
import { isPendingLine, isRecord, type Line, parseLine } from './change-line.ts'

interface Telling {
  readonly table: string
  readonly field: string
  readonly by: number
  readonly silent: readonly unknown[]
}

const tellingFields: readonly Telling[] = allTables.flatMap((table) =>
  Object.entries(columnsOf(table)).flatMap(([field, { needsReader }]) =>
    needsReader ? [{ table: table.name, field, by: needsReader.by, silent: [null, ...needsReader.silent] }] : [],
  ),
)

export function oldestReader(lines: readonly string[]): number {
  let oldest = 1
  for (const { table, field, by, silent } of tellingFields) {
    if (by <= oldest) continue
    // Of a hundred thousand lines a few are worth taking apart.
    const named = lines.filter((line) => line.includes(`"${field}":`))
    const isTold = named.some((text) => {
      const { r, s } = rowOf(parseLine(text))
      return r === table && isRecord(s) && s[field] !== undefined && !silent.includes(s[field])
    })
    if (isTold) oldest = by
  }
  return oldest
}

const rowOf = (line: Line): Line =>
  isPendingLine(line) && isRecord(line.p) && isRecord(line.p.line) ? line.p.line : line
