import { expect, it } from 'vitest'
import { readersIn } from '../../../renderer/parts/use-readers.ts'
import { CallError } from '../../../shared/contract/create-client.ts'

it('nobody is promised who reads a note before the answer is there', () => {
  expect(readersIn({ state: 'loading' })).toBeNull()
  const error = new CallError('unexpected', { id: 'x' })
  expect(readersIn({ state: 'error', error, retry: () => undefined })).toBeNull()
  const value = { you: 'Ria', others: ['Henk'] }
  expect(readersIn({ state: 'ready', value, isStale: false })).toEqual(value)
})
