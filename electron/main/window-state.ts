// Where the window was last time, repaired when that place is no longer on any screen. A broken or missing file means: the middle.
import { readFile, writeFile } from 'node:fs/promises'

/** Device-independent pixels. */
export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowState extends Area {
  readonly maximized: boolean
}

export const smallestWindow = { width: 720, height: 520 }
const firstWindow = { width: 1280, height: 860 }
/** So much of the title bar must be on a screen that the window can be taken hold of. */
const grip = { width: 120, height: 40 }

/** The remembered state if it can be seen and held on one of the screens; else a window in the middle of the first one. */
export function repairWindowState(remembered: unknown, screens: readonly Area[]): WindowState {
  const first = screens[0] ?? { x: 0, y: 0, ...firstWindow }
  if (!isWindowState(remembered)) return inTheMiddle(first, firstWindow, false)
  const size = { width: Math.round(remembered.width), height: Math.round(remembered.height) }
  const screen = screens.find((area) => canBeHeld(remembered, area))
  if (!screen) return inTheMiddle(first, size, remembered.maximized)
  return {
    x: Math.round(remembered.x),
    y: Math.round(remembered.y),
    width: within(size.width, smallestWindow.width, screen.width),
    height: within(size.height, smallestWindow.height, screen.height),
    maximized: remembered.maximized,
  }
}

export async function readWindowState(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch {
    return undefined // first start, or half a file after a power cut: where a window stood is not worth a message
  }
}

export async function keepWindowState(file: string, state: WindowState): Promise<void> {
  await writeFile(file, JSON.stringify(state), { mode: 0o600 })
}

function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false
  const state: Partial<Record<keyof WindowState, unknown>> = value
  const numbers = [state.x, state.y, state.width, state.height]
  return numbers.every(Number.isFinite) && typeof state.maximized === 'boolean'
}

function canBeHeld(window: Area, screen: Area): boolean {
  const overlap = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x)
  return overlap >= grip.width && window.y >= screen.y && window.y <= screen.y + screen.height - grip.height
}

function inTheMiddle(screen: Area, size: Pick<Area, 'width' | 'height'>, maximized: boolean): WindowState {
  const width = within(size.width, smallestWindow.width, screen.width)
  const height = within(size.height, smallestWindow.height, screen.height)
  return {
    x: Math.round(screen.x + (screen.width - width) / 2),
    y: Math.round(screen.y + (screen.height - height) / 2),
    width,
    height,
    maximized,
  }
}

/** A screen smaller than the smallest window wins: what hangs outside cannot be reached. */
const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most)
