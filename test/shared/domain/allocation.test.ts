import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocateOldestFirst, checkDivision } from '../../../shared/domain/allocation.ts'

const due = (id: string, periodStart: string, openCents: number, order = '') => ({ id, periodStart, openCents, order })
const money = (id: string, day: string, freeCents: number) => ({ id, day, freeCents })
const shown = (lines: ReturnType<typeof allocateOldestFirst>) =>
  lines.map((line) => `${line.paymentId}>${line.dueId} ${line.cents}`)

describe('allocateOldestFirst', () => {
  it('pays the oldest due first with the oldest money, in parts where need be', () => {
    const lines = allocateOldestFirst(
      [money('new', '2026-03-01', 1000), money('old', '2026-01-01', 700)],
      [due('feb', '2026-02-01', 1000), due('jan', '2026-01-01', 1000)],
    )
    expect(shown(lines)).toEqual(['old>jan 700', 'new>jan 300', 'new>feb 700'])
  })

  it('takes dues of the same day in a fixed order, whatever order they come in', () => {
    const dues = [due('b', '2026-01-01', 500, '2'), due('a', '2026-01-01', 500, '1')]
    expect(shown(allocateOldestFirst([money('p', '2026-01-01', 600)], dues))).toEqual(['p>a 500', 'p>b 100'])
    expect(allocateOldestFirst([money('p', '2026-01-01', 600)], [...dues].reverse())).toEqual(
      allocateOldestFirst([money('p', '2026-01-01', 600)], dues),
    )
  })

  it('spends no more than the credit there is, also when a payment seems to have more', () => {
    expect(shown(allocateOldestFirst([money('p', '2026-01-01', 1000)], [due('a', '2026-01-01', 800)], 300))).toEqual([
      'p>a 300',
    ])
    expect(allocateOldestFirst([money('p', '2026-01-01', 1000)], [due('a', '2026-01-01', 800)], 0)).toEqual([])
  })

  it('never gives more than a payment, a due or the credit holds, and leaves nothing that could be paid', () => {
    const cents = fc.integer({ min: 0, max: 5000 })
    const day = fc.constantFrom('2026-01-01', '2026-02-01', '2026-03-01')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, cents), { maxLength: 6 }),
        fc.array(fc.tuple(day, cents), { maxLength: 6 }),
        cents,
        (p, d, credit) => {
          const payments = p.map(([on, free], index) => money(`p${index}`, on, free))
          const dues = d.map(([start, open], index) => due(`d${index}`, start, open))
          const lines = allocateOldestFirst(payments, dues, credit)
          const total = lines.reduce((sum, line) => sum + line.cents, 0)
          const of = (key: 'paymentId' | 'dueId', id: string) =>
            lines.filter((line) => line[key] === id).reduce((sum, line) => sum + line.cents, 0)
          expect(lines.every((line) => line.cents > 0)).toBe(true)
          for (const payment of payments) expect(of('paymentId', payment.id)).toBeLessThanOrEqual(payment.freeCents)
          for (const open of dues) expect(of('dueId', open.id)).toBeLessThanOrEqual(open.openCents)
          const sum = (amounts: number[]) => amounts.reduce((all, each) => all + each, 0)
          expect(total).toBe(
            Math.min(credit, sum(payments.map((each) => each.freeCents)), sum(dues.map((each) => each.openCents))),
          )
        },
      ),
    )
  })
})

describe('checkDivision', () => {
  const open = [due('jan', '2026-01-01', 1000), due('feb', '2026-02-01', 1000)]
  it('accepts parts that fit, and names what does not', () => {
    expect(
      checkDivision(
        1500,
        [
          { dueId: 'feb', cents: 1000 },
          { dueId: 'jan', cents: 500 },
        ],
        open,
      ),
    ).toBeNull()
    expect(checkDivision(900, [{ dueId: 'jan', cents: 1000 }], open)).toEqual({ fault: 'moreThanPaid' })
    expect(
      checkDivision(
        3000,
        [
          { dueId: 'jan', cents: 600 },
          { dueId: 'jan', cents: 600 },
        ],
        open,
      ),
    ).toEqual({
      fault: 'moreThanOpen',
      dueId: 'jan',
    })
    expect(checkDivision(3000, [{ dueId: 'mar', cents: 1 }], open)).toEqual({ fault: 'unknownDue', dueId: 'mar' })
  })
})
