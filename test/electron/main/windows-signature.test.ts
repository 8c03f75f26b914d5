import { describe, expect, it } from 'vitest'
import { checkPublisher } from '../../../electron/main/windows-signature.ts'

const file = '/updates/Buurtboek-1.1.0.exe'
const subject = 'CN=Stichting Buurtboek, O=Stichting Buurtboek, C=NL'
const answering = (answer: object) => async () => JSON.stringify({ status: 'Valid', path: file, subject, ...answer })

describe('who signed an installer', () => {
  it.each([
    ['the common name', 'Stichting Buurtboek'],
    ['the whole name', subject],
    ['a part of the whole name', 'CN=Stichting Buurtboek, C=NL'],
  ])('is accepted by %s', async (_what, publisher) => {
    expect(await checkPublisher(['Somebody Else', publisher], file, answering({}))).toBeNull()
  })

  const refusals: [string, readonly string[], () => Promise<string>][] = [
    ['somebody else', ['Somebody Else'], answering({})],
    ['one part of the name differs', ['CN=Stichting Buurtboek, C=BE'], answering({})],
    ['the name only begins the same', ['Stichting'], answering({})],
    ['no publisher is known', [], answering({})],
    ['the publisher is empty', [''], answering({})],
    ['the signature is broken', ['Stichting Buurtboek'], answering({ status: 'HashMismatch' })],
    ['there is none', ['Stichting Buurtboek'], answering({ status: 'NotSigned', subject: null })],
    ['another file was looked at', ['Stichting Buurtboek'], answering({ path: '/other.exe' })],
    ['the signature names nobody', ['Stichting Buurtboek'], answering({ subject: null })],
    ['the answer is no JSON', ['Stichting Buurtboek'], async () => 'Valid'],
    ['the answer is empty', ['Stichting Buurtboek'], async () => 'null'],
    ['PowerShell cannot be run', ['Stichting Buurtboek'], () => Promise.reject(new Error('ENOENT'))],
  ]
  it.each(refusals)('is refused when %s', async (_what, publishers, ask) => {
    expect(await checkPublisher(publishers, file, ask)).toEqual(expect.any(String))
  })
})
