import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { workgroupFile } from '../../../../shared/contract/workgroup.ts'

it('the schema beside the description of the format is that of the program', () => {
  const kept = readFileSync(
    fileURLToPath(new URL('../../../../docs/workgroup-format.schema.json', import.meta.url)),
    'utf8',
  )
  expect(JSON.parse(kept)).toEqual(JSON.parse(JSON.stringify(z.toJSONSchema(workgroupFile, { io: 'input' }))))
})
