import { describe, expect, it } from 'vitest'
import { connectionKinds, readCodes, readLanguages, writeCodes } from '../../../shared/domain/gathering-forms.ts'

describe('codes in one text', () => {
  it('stand in the order of their list, each once', () => {
    expect(writeCodes(connectionKinds, ['instanties', 'eigen', 'eigen'])).toBe('eigen instanties')
    expect(writeCodes(connectionKinds, [])).toBeNull()
  })

  it('come back as they were; one of a newer version is passed over', () => {
    expect(readCodes(connectionKinds, 'eigen instanties')).toEqual(['eigen', 'instanties'])
    expect(readCodes(connectionKinds, 'lokaal digitaal')).toEqual(['lokaal'])
    expect(readCodes(connectionKinds, null)).toEqual([])
  })
})

it('languages are read as people write them', () => {
  expect(readLanguages('Nederlands, Arabisch en Turks; Pools/Engels')).toEqual([
    'Nederlands',
    'Arabisch',
    'Turks',
    'Pools',
    'Engels',
  ])
  expect(readLanguages(' , ')).toEqual([])
  expect(readLanguages('Bengaals')).toEqual(['Bengaals'])
  expect(readLanguages(null)).toEqual([])
})
