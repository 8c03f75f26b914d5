import { describe, expect, it } from 'vitest'
import { drawQr } from '../../../../electron/backend/reminders/draw-qr.ts'
import { paymentQrText } from '../../../../shared/domain/payment-qr.ts'
import { readDrawnQr } from '../../../support/read-qr.ts'

const request = {
  holder: 'Stadsdorp Oosterweide',
  iban: 'NL13TEST0123456789',
  cents: 3005,
  about: { kind: 'words' as const, text: 'Betalingskenmerk 5000056789012345' },
}

describe('a drawn payment code', () => {
  it.each([
    ['of a usual request', request],
    ['with letters outside ASCII', { ...request, holder: "Vereniging 't Groene Hofje, Café Ålesund & Çelik" }],
    ['with an RF reference', { ...request, about: { kind: 'reference' as const, rf: 'RF18539007547034' } }],
    [
      'with the longest words there can be',
      {
        ...request,
        holder: 'N'.repeat(70),
        cents: 99_999_999_999,
        about: { kind: 'words' as const, text: 'w'.repeat(140) },
      },
    ],
  ])('%s is read back to the very text, and is not larger than version 13', (_what, value) => {
    const text = paymentQrText(value)
    const read = readDrawnQr(drawQr(text))
    expect(read?.text).toBe(text)
    expect(read?.version).toBeLessThanOrEqual(13)
  })

  it('has four white modules around it', () => {
    const { size, path } = drawQr('a')
    const ends = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, length]) => [
      Number(x),
      Number(y),
      Number(x) + Number(length),
    ])
    expect(Math.min(...ends.flatMap(([x = 0, y = 0]) => [x, y]))).toBe(4)
    expect(Math.max(...ends.map(([, , end = 0]) => end))).toBe(size - 4)
  })
})
