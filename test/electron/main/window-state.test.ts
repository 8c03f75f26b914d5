import { describe, expect, it } from 'vitest'
import { repairWindowState, smallestWindow, type WindowState } from '../../../electron/main/window-state.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 1280, height: 1000 }
const state = (over: Partial<WindowState> = {}): WindowState => ({
  x: 100,
  y: 80,
  width: 1000,
  height: 700,
  maximized: false,
  ...over,
})

describe('where the window opens', () => {
  it('is where it was', () => {
    expect(repairWindowState(state(), [screen])).toEqual(state())
    expect(repairWindowState(state({ x: 2000, maximized: true }), [screen, second])).toEqual(
      state({ x: 2000, maximized: true }),
    )
  })

  it.each([
    ['on a screen that is gone', state({ x: 2400 })],
    ['above the screen', state({ y: -400 })],
    ['below the screen', state({ y: 1030 })],
    ['left of the screen but for a few points', state({ x: -950 })],
    ['far away', state({ x: 1e9, y: -1e9 })],
  ])('is the middle of the first screen when it was %s', (_what, remembered) => {
    expect(repairWindowState(remembered, [screen])).toEqual(state({ x: 460, y: 170 }))
  })

  it('has a size that can be used and fits', () => {
    expect(repairWindowState(state({ width: 10, height: 10, x: 300 }), [screen])).toMatchObject(smallestWindow)
    expect(repairWindowState(state({ width: 9000, height: 9000 }), [screen])).toMatchObject({
      width: 1920,
      height: 1040,
    })
    const tiny = { x: 0, y: 0, width: 640, height: 400 }
    expect(repairWindowState(undefined, [tiny])).toEqual({ x: 0, y: 0, width: 640, height: 400, maximized: false })
  })

  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { ...state(), x: 'a' },
    { ...state(), width: null },
    { ...state(), maximized: 1 },
  ])('is the middle when %j was remembered', (remembered) => {
    expect(repairWindowState(remembered, [screen])).toEqual({
      x: 320,
      y: 90,
      width: 1280,
      height: 860,
      maximized: false,
    })
  })

  it('is somewhere even when no screen is reported', () => {
    expect(repairWindowState(undefined, [])).toMatchObject({ width: 1280, height: 860 })
  })
})
