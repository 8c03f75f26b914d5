import { hashKey } from '@tanstack/react-query'
import { describe, expect, it } from 'vitest'
import { connect } from '../../../renderer/data/api.ts'
import { drawsAnswer, queryClient, seenNow } from '../../../renderer/data/query-client.ts'
import { noteSeen } from '../../../renderer/data/seen.ts'
import type { Transport } from '../../../renderer/transport/transport.ts'

connect({ onEvent: () => () => undefined } as unknown as Transport)

const answered = (method: string, seen?: string) => noteSeen(method, {}, { ok: true, value: 1, ...(seen && { seen }) })
const draw = (method: string) => drawsAnswer(hashKey([method, {}]))

describe('what the user can have seen of others', () => {
  it('is nothing to tell while the book is not shared', () => {
    answered('members.list')
    const isOnScreen = draw('members.list')
    expect(seenNow()).toBeUndefined()
    isOnScreen()
  })

  it('is as old as the oldest answer on the screen, and what is not on the screen does not count', () => {
    answered('members.list', '2026-11-23T12:00:00.000Z')
    answered('roles.list', '2026-11-23T10:00:00.000Z')
    answered('dues.list', '2026-11-23T08:00:00.000Z')
    const [people, roles] = [draw('members.list'), draw('roles.list')]
    expect(seenNow()).toBe('2026-11-23T10:00:00.000Z')
    roles()
    expect(seenNow()).toBe('2026-11-23T12:00:00.000Z')
    people()
  })

  it('goes on when what is on the screen was asked anew', () => {
    answered('members.list', '2026-11-23T12:00:00.000Z')
    const isOnScreen = draw('members.list')
    answered('members.list', '2026-11-23T12:30:00.000Z')
    expect(seenNow()).toBe('2026-11-23T12:30:00.000Z')
    isOnScreen()
  })

  it('counts answers that are followed by the screen', () => {
    answered('members.get', '2026-11-23T09:00:00.000Z')
    queryClient.setQueryData(['members.get', {}], 1)
    const query = queryClient.getQueryCache().find({ queryKey: ['members.get', {}] })
    expect(seenNow()).toBeUndefined()
    query?.addObserver({ options: { enabled: true } } as never)
    expect(seenNow()).toBe('2026-11-23T09:00:00.000Z')
  })
})
