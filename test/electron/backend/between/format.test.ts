import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { betweenHeader, cardFile, membersContent, standingContent } from '../../../../shared/contract/between-files.ts'

const schema = z.object({
  card: cardFile,
  header: betweenHeader,
  leden: membersContent,
  stand: standingContent,
})

it('the schema beside the description of the format is that of the program', () => {
  const page = new URL('../../../../docs/between-books.schema.json', import.meta.url)
  const kept = readFileSync(fileURLToPath(page), 'utf8')
  expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))))
})
