// Line drawings of our own, always beside a word (an icon alone says nothing to half of the readers).
import type { ReactNode } from 'react'
import styles from './Icon.module.css'

const drawings = {
  check: <path d="M4 12.5 9.5 18 20 6.5" />,
  attention: <path className={styles.filled} d="M12 3.5 20.5 12 12 20.5 3.5 12z" />,
  cross: <path d="M5.5 5.5 18.5 18.5M18.5 5.5 5.5 18.5" />,
  minus: <path d="M5 12h14" />,
  equals: <path d="M5 9h14M5 15h14" />,
  plus: <path d="M12 4v16M4 12h16" />,
  circle: <circle cx="12" cy="12" r="8.5" />,
  circleMinus: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M8 12h8" />
    </>
  ),
  emptyChair: <path d="M6.5 3v18M6.5 13.5h11V21M6.5 13.5h9a2 2 0 0 1 2 2" />,
  overlap: (
    <>
      <circle cx="9" cy="12" r="5.8" />
      <circle cx="15" cy="12" r="5.8" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </>
  ),
  undo: <path d="M8.5 5 4 9.5 8.5 14M4.5 9.5H14a5 5 0 0 1 0 10h-3" />,
  help: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.3 9.4a2.8 2.8 0 1 1 4.2 2.4c-.9.5-1.5 1.1-1.5 2.1M12 17v.1" />
    </>
  ),
  menu: <path d="M4 6.5h16M4 12h16M4 17.5h16" />,
  print: <path d="M7 9V4h10v5M7 17H4.5v-8h15v8H17M7 14h10v6H7z" />,
  pencil: <path d="m5 19 1-4.5L16.5 4 20 7.5 9.5 18z" />,
  back: <path d="M15 5 8 12l7 7" />,
  forward: <path d="m9 5 7 7-7 7" />,
  up: <path d="m5 15.5 7-7 7 7" />,
  down: <path d="m5 8.5 7 7 7-7" />,
  folder: <path d="M3.5 19V5.5h6l2 2.5h9v11z" />,
  eye: (
    <>
      <path d="M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12z" />
      <circle cx="12" cy="12" r="3" />
    </>
  ),
  newPage: <path d="M6 3h8l4 4v14H6zM12 10.5v6M9 13.5h6" />,
  page: <path d="M6 3h8l4 4v14H6zM9 11h6M9 15h6" />,
  calendar: <path d="M4 6h16v14H4zM4 10.5h16M8 3.5V7M16 3.5V7" />,
  person: (
    <>
      <circle cx="12" cy="8" r="4" />
      <path d="M4.5 20.5c.6-4 3.5-6 7.5-6s6.9 2 7.5 6" />
    </>
  ),
  house: <path d="M4 20.5V11l8-7 8 7v9.5zM10 20.5v-6h4v6" />,
  clock: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 7v5.5l3.5 2" />
    </>
  ),
  takeIn: <path d="M12 4v11M7 10.5l5 5 5-5M4.5 20h15" />,
  giveOut: <path d="M12 16V4.5M7 9l5-5 5 5M4.5 20h15" />,
  copy: <path d="M8.5 8.5h11v12h-11zM15.5 8.5v-5h-11v12h4" />,
  bin: <path d="M4.5 6.5h15M9 6.5v-3h6v3M6.5 6.5l1 14h9l1-14" />,
  phone: (
    <path d="M5 4h4l1.5 5-2.5 1.5a12 12 0 0 0 5.5 5.5L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.5 1.5C10.5 20.5 3.5 13.5 3.5 5.5A1.5 1.5 0 0 1 5 4z" />
  ),
  mail: <path d="M3.5 5.5h17v13h-17zM4 6.5l8 7 8-7" />,
  gear: (
    <>
      <circle cx="12" cy="12" r="3.2" />
      <path d="M12 3v3M12 18v3M3 12h3M18 12h3M5.6 5.600l2.2 2.200M16.2 16.200l2.2 2.200M18.4 5.600l-2.2 2.200M7.8 16.200l-2.2 2.2" />
    </>
  ),
  note: <path d="M5 4h14v11l-5 5H5zM14 20v-5h5M8.5 9h7M8.5 13h3" />,
  lock: <path d="M5.5 10.5h13v10h-13zM8 10.5V8a4 4 0 0 1 8 0v2.5" />,
  external: <path d="M14 4h6v6M20 4l-9 9M17 13.5V20H4V7h6.5" />,
} as const satisfies Record<string, ReactNode>

export type IconName = keyof typeof drawings

// These point along the line of reading, so they turn around with it; a tick or a pencil never does.
const turning: ReadonlySet<IconName> = new Set(['back', 'forward', 'undo', 'external'])

export interface IconProps {
  readonly name: IconName
  readonly className?: string | undefined
}

/** A drawing the size of the text beside it. Hidden from screen readers: the word says it. */
export function Icon({ name, className }: IconProps) {
  const turns = turning.has(name) ? styles.turns : undefined
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 24 24" className={[styles.icon, turns, className].join(' ')}>
      {drawings[name]}
    </svg>
  )
}
