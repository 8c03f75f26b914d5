import { describe, expect, it } from 'vitest'
import { countAttendance, countRunningAbsences, isAbsent } from '../../../shared/domain/attendance.ts'

describe('who came', () => {
  it('counts everybody invited, and unknown as nothing else', () => {
    const counts = countAttendance(['aanwezig', 'onbekend', 'afgemeld', 'niet_gekomen', 'onbekend'])
    expect(counts).toEqual({ invited: 5, present: 1, excused: 1, missed: 1, unknown: 2 })
  })

  it('knows absent only from what was written down', () => {
    expect(isAbsent('afgemeld')).toBe(true)
    expect(isAbsent('niet_gekomen')).toBe(true)
    expect(isAbsent('onbekend')).toBe(false)
    expect(isAbsent('aanwezig')).toBe(false)
  })
})

describe('absences since somebody was last there', () => {
  it('counts back to the last time present', () => {
    const run = countRunningAbsences(['niet_gekomen', 'afgemeld', 'niet_gekomen', 'aanwezig', 'niet_gekomen'])
    expect(run).toEqual({ absences: 3, unknown: 0 })
  })

  it('is none for somebody who was there the last time', () => {
    expect(countRunningAbsences(['aanwezig', 'niet_gekomen', 'niet_gekomen'])).toEqual({ absences: 0, unknown: 0 })
  })

  it('passes over unknown, and says how many lay between', () => {
    const run = countRunningAbsences(['niet_gekomen', 'onbekend', 'niet_gekomen', 'onbekend', 'onbekend'])
    expect(run).toEqual({ absences: 2, unknown: 1 })
  })

  it('never makes an absence of unknown alone', () => {
    expect(countRunningAbsences(['onbekend', 'onbekend', 'onbekend'])).toEqual({ absences: 0, unknown: 0 })
  })

  it('is none without any gathering', () => {
    expect(countRunningAbsences([])).toEqual({ absences: 0, unknown: 0 })
  })
})
