import type { Migration } from '../migrate.ts'
import { createSchemaStatements } from '../schema.ts'

// While version 1 is the newest, the declarations are its tables; test/migrations holds what they were. The first change
// after its release writes these statements out here and adds 0002.
export const firstTables: Migration = {
  version: 1,
  name: 'first tables',
  up(raw) {
    for (const statement of createSchemaStatements()) raw.exec(statement)
  },
}
