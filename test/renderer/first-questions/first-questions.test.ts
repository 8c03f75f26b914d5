import { describe, expect, it } from 'vitest'
import { firstQuestions } from '../../../renderer/first-questions/first-questions.ts'
import { contract } from '../../../shared/contract/contract.ts'
import type { Area } from '../../../shared/contract/method.ts'

const areas: Readonly<Record<string, Area>> = contract

describe.each(['/', '/mensen', '/mensen?wie=oud_lid&binnenbuurt=none&op=address&richting=down', '/contributie'])(
  'the first questions at %s',
  (address) => {
    const { pathname, search } = new URL(address, 'http://x')
    it.each(firstQuestions({ pathname, search }).map((question) => [question.method, question.input]))(
      '%s is in the contract and takes this input',
      (name, input) => {
        const [area = '', method = ''] = name.split('.')
        const known = areas[area]?.[method]
        expect(known?.kind).toBe('query')
        expect(known?.input.safeParse(input).success).toBe(true)
      },
    )
  },
)

it('carry the choice that stands in the address', () => {
  const questions = firstQuestions({ pathname: '/mensen', search: '?wie=oud_lid&op=address' })
  expect(questions.find(({ method }) => method === 'members.list')?.input).toMatchObject({
    kind: 'oud_lid',
    sort: 'address',
    direction: 'up',
    offset: 0,
  })
})
