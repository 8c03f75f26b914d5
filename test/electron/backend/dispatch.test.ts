import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { dispatch } from '../../../electron/backend/dispatch.ts'
import { query } from '../../../shared/contract/method.ts'
import { openTestBackend } from '../../support/test-backend.ts'

const failing = (code: string) => Object.assign(new Error(`${code}: no space left on device, write`), { code })

describe('a full disk', () => {
  it.each(['SQLITE_FULL', 'ENOSPC', 'EDQUOT'])('is told in words, whoever found it (%s)', async (code) => {
    const reported: string[] = []
    const reply = await dispatch('{"method":"a.b"}', {
      route: async () => ({
        method: query(z.object({}), z.null()),
        run: () => Promise.reject(failing(code)),
      }),
      checkOutput: false,
      report: (id) => reported.push(id),
    })
    expect(JSON.parse(reply)).toEqual({ ok: false, error: { code: 'diskFull', details: {} } })
    expect(reported).toEqual([])
  })

  it('is told in words while a file comes in, and nothing of the file stays', async () => {
    const test = await openTestBackend({ book: 'none' })
    const cutOff = async function* () {
      yield new Uint8Array(5)
      throw failing('ENOSPC')
    }
    expect(JSON.parse(await test.backend.receiveFile('leden.csv', cutOff()))).toEqual({
      ok: false,
      error: { code: 'diskFull', details: {} },
    })
    await test.close()
  })
})
