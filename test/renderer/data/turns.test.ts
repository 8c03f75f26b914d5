import { expect, test } from 'vitest'
import { createTurns } from '../../../renderer/data/turns.ts'

/** Work that a test ends when it wants. */
function slowWork() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const doIt = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.push(() => resolve(name)))
  }
  const endNext = async () => {
    ends.shift()?.()
    await new Promise((resolve) => setTimeout(resolve))
  }
  return { begun, doIt, endNext }
}

test('the same asked twice is done once, and both have its answer', async () => {
  const { begun, doIt, endNext } = slowWork()
  const turns = createTurns<string>()
  const first = turns.take({ id: 'a', day: null }, doIt('first'))
  const second = turns.take({ day: null, id: 'a' }, doIt('second'))
  await Promise.resolve()
  expect(turns.areOver()).toBe(false)
  await endNext()
  expect([await first, await second, begun]).toEqual(['first', 'first', ['first']])
  expect(turns.areOver()).toBe(true)
  const later = turns.take({ id: 'a', day: null }, doIt('later'))
  await Promise.resolve()
  await endNext()
  expect(await later).toBe('later')
})

test('another that is asked meanwhile waits for its turn, and is not lost', async () => {
  const { begun, doIt, endNext } = slowWork()
  const turns = createTurns<string>()
  const answers = ['on', 'off', 'on'].map((state) => turns.take({ state }, doIt(state)))
  await Promise.resolve()
  expect(begun).toEqual(['on'])
  for (let count = 0; count < 3; count += 1) await endNext()
  expect(begun).toEqual(['on', 'off', 'on'])
  expect(await Promise.all(answers)).toEqual(['on', 'off', 'on'])
  expect(turns.areOver()).toBe(true)
})

test('work that fails keeps nobody from their turn', async () => {
  const turns = createTurns<string>()
  const failed = turns.take(1, () => Promise.reject(new Error('no')))
  const next = turns.take(2, async () => 'yes')
  await expect(failed).rejects.toThrow('no')
  expect([await next, turns.areOver()]).toEqual(['yes', true])
})
