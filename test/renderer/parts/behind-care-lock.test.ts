import { expect, it } from 'vitest'
import { isBehindCareLock } from '../../../renderer/parts/behind-care-lock.ts'
import { contract } from '../../../shared/contract/contract.ts'

it('when care shuts the window forgets what it was told of care, of the history, of differences and of what is kept of one person, and nothing else', () => {
  const methods = Object.entries(contract).flatMap(([area, names]) =>
    Object.keys(names).map((name) => `${area}.${name}`),
  )
  const forgotten = methods.filter(isBehindCareLock)
  expect(new Set(forgotten.map((method) => method.split('.')[0]))).toEqual(
    new Set(['care', 'history', 'differences', 'rights']),
  )
  expect(forgotten).toEqual(expect.arrayContaining(['care.forPerson', 'history.ofRecord', 'differences.list']))
  expect(forgotten).not.toContain('care.lockState')
  expect(forgotten).not.toContain('rights.ofPerson')
})
