// Small drawings of our own for the pages of help, in the colours of the book. Always with words under them, so hidden from screen readers.
import type { ReactNode } from 'react'
import styles from './Drawing.module.css'

const paper = styles.paper
const green = styles.green
const warm = styles.warm

const sheet = <path className={paper} d="M20 4h18l8 8v32H20zM38 4v8h8" />
const man = (
  <>
    <circle className={green} cx="32" cy="15" r="8" />
    <path className={green} d="M16 44c1-12 7-17 16-17s15 5 16 17z" />
  </>
)
const month = (
  <>
    <path className={paper} d="M12 9h40v34H12z" />
    <path className={green} d="M12 9h40v9H12z" />
    <path d="M22 4v9M42 4v9" />
  </>
)

const drawings = {
  attention: (
    <>
      <path className={paper} d="M8 8h48v32H8z" />
      <path className={warm} d="m18 17 7 7-7 7-7-7z" />
      <path d="M32 20h18M32 28h12" />
    </>
  ),
  hand: (
    <>
      <path className={green} d="M6 10h40v16H6z" />
      <path d="M14 18h24" />
      <path className={paper} d="M38 23v18l5-4 4 8 5-2-4-8h7z" />
    </>
  ),
  done: (
    <>
      <circle className={green} cx="32" cy="24" r="18" />
      <path d="m23 25 6 6 12-14" />
    </>
  ),
  list: (
    <>
      {sheet}
      <path d="M26 19h14M26 26h14M26 33h9" />
    </>
  ),
  look: (
    <>
      {sheet}
      <path d="M26 19h9M26 26h5" />
      <circle className={green} cx="40" cy="30" r="8" />
      <path d="m46 36 7 7" />
    </>
  ),
  book: (
    <>
      <path className={green} d="M14 6h32a4 4 0 0 1 4 4v28a4 4 0 0 1-4 4H14z" />
      <path d="M20 6v36" />
      <path className={paper} d="M26 14h17v9H26z" />
    </>
  ),
  letters: (
    <>
      <path className={paper} d="M6 8h52v32H6z" />
      <path d="m12 34 5-14 5 14M14 29h6M28 34l9-24 9 24M31 26h12" />
    </>
  ),
  choices: (
    <>
      <path className={paper} d="M10 6h44v36H10z" />
      <path className={green} d="M16 12h7v7h-7zM16 27h7v7h-7z" />
      <path d="m17 15 2 2 3-4M29 16h18M29 31h18" />
    </>
  ),
  name: (
    <>
      <path className={paper} d="M8 10h48v30H8z" />
      <path className={green} d="M8 10h48v9H8z" />
      <path d="M18 30c3-6 6-6 6 0s4 4 6-1 4-3 5 0 4 2 11-1" />
    </>
  ),
  mistake: (
    <>
      {sheet}
      <path className={warm} d="m40 18 12 12-12 12-12-12z" />
      <path d="M40 25v6M40 35v.1" />
    </>
  ),
  back: (
    <g className={styles.turns}>
      <path className={green} d="M24 6 8 20l16 14v-9h12a8 8 0 0 1 0 16h-8v4" />
    </g>
  ),
  print: (
    <>
      <path className={paper} d="M20 4h24v14H20z" />
      <path className={green} d="M10 16h44v18H10z" />
      <path className={paper} d="M20 27h24v17H20z" />
      <path d="M25 33h14M25 38h10" />
    </>
  ),
  person: man,
  people: (
    <>
      <circle className={paper} cx="20" cy="17" r="6" />
      <path className={paper} d="M8 42c0-10 5-15 12-15s12 5 12 15z" />
      <circle className={green} cx="42" cy="15" r="7" />
      <path className={green} d="M28 42c1-11 6-16 14-16s13 5 14 16z" />
    </>
  ),
  pen: (
    <>
      {sheet}
      <path d="M26 36h13M26 18h8" />
      <path className={green} d="m34 31 2-7 14-14 5 5-14 14z" />
    </>
  ),
  history: (
    <>
      <circle className={paper} cx="32" cy="24" r="18" />
      <path d="M32 13v11l8 5" />
    </>
  ),
  house: (
    <>
      <path className={paper} d="M12 43V22L32 6l20 16v21z" />
      <path d="M27 43V30h10v13" />
    </>
  ),
  houseWithPerson: (
    <>
      <path className={green} d="M12 43V22L32 6l20 16v21z" />
      <circle className={paper} cx="32" cy="24" r="4" />
      <path className={paper} d="M25 43c0-8 3-12 7-12s7 4 7 12z" />
    </>
  ),
  calendar: (
    <>
      {month}
      <path className={warm} d="M34 27h9v9h-9z" />
      <path d="M20 26h6M20 34h6" />
    </>
  ),
  chair: (
    <>
      <path d="M22 5v39M22 27h20v17" />
      <path className={warm} d="M22 27h16a4 4 0 0 1 4 4v0H22z" />
    </>
  ),
  chairs: (
    <>
      <path d="M12 8v35M12 28h14v15M36 8v35M36 28h14v15" />
      <path className={green} d="M12 26h14v5H12z" />
      <path className={warm} d="M36 26h14v5H36z" />
    </>
  ),
  coin: (
    <>
      <circle className={warm} cx="32" cy="24" r="18" />
      <path d="M40 16a10 10 0 1 0 0 16M20 22h13M20 27h13" />
    </>
  ),
  bankPage: (
    <>
      <path className={paper} d="M14 4h36v40H14z" />
      <path className={green} d="M14 4h36v8H14z" />
      <path d="M20 20h12M20 28h12M20 36h12M39 20h5M39 28h5M39 36h5" />
    </>
  ),
  personPaid: (
    <>
      <circle className={green} cx="24" cy="15" r="7" />
      <path className={green} d="M10 42c1-11 6-16 14-16s13 5 14 16z" />
      <circle className={warm} cx="46" cy="31" r="11" />
      <path d="m41 31 4 4 6-8" />
    </>
  ),
  letter: (
    <>
      <path className={paper} d="M8 9h48v32H8z" />
      <path d="m8 10 24 19 24-19" />
    </>
  ),
  receipt: (
    <>
      <path className={paper} d="M18 4h28v40l-5-4-4 4-5-4-5 4-4-4-5 4z" />
      <path d="M25 13h14M25 20h14M25 27h8" />
    </>
  ),
  counting: (
    <>
      {sheet}
      <path d="M27 19v10M32 19v10M37 19v10M42 19v10M24 29l21-10" />
      <path d="M26 36h14" />
    </>
  ),
  chart: (
    <>
      <path d="M10 5v38h46" />
      <path className={paper} d="M17 29h8v14h-8z" />
      <path className={green} d="M30 20h8v23h-8z" />
      <path className={green} d="M43 10h8v33h-8z" />
    </>
  ),
  fewer: (
    <>
      <path className={paper} d="M10 8h44v32H10z" />
      <path d="m27 16-9 8 9 8M46 16H36l-1 7c4-3 11-1 11 4s-7 7-11 4" />
    </>
  ),
  folder: (
    <>
      <path className={warm} d="M8 41V9h16l5 6h27v26z" />
      <path d="M16 24h32M16 32h20" />
    </>
  ),
  lock: (
    <>
      <path className={green} d="M16 21h32v22H16z" />
      <path d="M22 21v-6a10 10 0 0 1 20 0v6M32 29v6" />
    </>
  ),
  key: (
    <>
      {sheet}
      <circle className={warm} cx="28" cy="28" r="5" />
      <path d="M33 28h10M39 28v5M26 14h8M26 38h12" />
    </>
  ),
  box: (
    <>
      <path className={warm} d="M10 18h44v25H10z" />
      <path className={paper} d="M20 18V7h20v11" />
      <path d="M26 12h8M28 29h8" />
    </>
  ),
  ticks: (
    <>
      <path className={paper} d="M12 5h40v38H12z" />
      <path d="m18 13 3 3 5-6M18 24l3 3 5-6M18 35h7M32 14h13M32 25h13M32 35h13" />
    </>
  ),
  question: (
    <>
      <path className={green} d="M8 6h48v29H28l-10 9v-9H8z" />
      <path d="M27 16a5 5 0 1 1 7 5c-2 1-2 2-2 4M32 30v.1" />
    </>
  ),
  phone: (
    <path className={green} d="M18 6h8l4 11-6 4c2 6 5 9 10 11l4-6 11 4v8c0 3-2 5-5 5C27 43 14 28 13 11c0-3 2-5 5-5z" />
  ),
  car: (
    <>
      <path className={green} d="M6 34V24l8-3 6-10h20l8 10 10 3v10z" />
      <path d="M20 21h26M32 12v9" />
      <circle className={paper} cx="18" cy="35" r="6" />
      <circle className={paper} cx="46" cy="35" r="6" />
    </>
  ),
  stairs: <path className={warm} d="M8 43V34h12v-9h12v-9h12V7h12v36z" />,
  basket: (
    <>
      <path className={warm} d="M10 22h44l-5 21H15z" />
      <path d="m18 22 9-15M46 22 37 7M26 29v8M38 29v8M32 29v8" />
    </>
  ),
  overlap: (
    <>
      <circle className={green} cx="24" cy="24" r="15" />
      <circle className={warm} cx="40" cy="24" r="15" />
      <path d="M32 11.300a15 15 0 0 1 0 25.400" />
    </>
  ),
  building: (
    <>
      <path className={paper} d="M14 43V7h24v36z" />
      <path className={green} d="M38 20h14v23H38z" />
      <path d="M20 14h4M29 14h4M20 22h4M29 22h4M20 30h4M29 30h4M44 28h3M44 35h3" />
    </>
  ),
  flag: (
    <>
      <path d="M16 4v40" />
      <path className={green} d="M16 6h34l-8 10 8 10H16z" />
    </>
  ),
  idea: (
    <>
      <circle className={warm} cx="32" cy="19" r="13" />
      <path className={paper} d="M27 32h10v9H27z" />
      <path d="M27 37h10M32 32v-9" />
    </>
  ),
  screen: (
    <>
      <path className={paper} d="M6 6h52v30H6z" />
      <path d="M24 43h16M32 36v7" />
      <path className={green} d="M16 22h7v8h-7zM28 16h7v14h-7zM40 12h7v18h-7z" />
    </>
  ),
  twoPages: (
    <>
      <path className={green} d="M8 5h26v32H8z" />
      <path className={paper} d="M26 12h28v32H26z" />
      <path d="M33 22h14M33 29h14M33 36h8" />
    </>
  ),
  stick: (
    <>
      <path className={green} d="M6 14h36v20H6z" />
      <path className={paper} d="M42 17h15v14H42z" />
      <path d="M48 22v.1M48 27v.1M14 24h14" />
    </>
  ),
  personWithBook: (
    <>
      <circle className={green} cx="26" cy="14" r="8" />
      <path className={green} d="M10 43c1-12 7-17 16-17s15 5 16 17z" />
      <path className={warm} d="M36 24h20v18H36z" />
      <path d="M41 24v18" />
    </>
  ),
} as const satisfies Record<string, ReactNode>

export type DrawingName = keyof typeof drawings

export function Drawing({ name }: { readonly name: DrawingName }) {
  return (
    <svg aria-hidden="true" focusable="false" viewBox="0 0 64 48" className={styles.drawing}>
      {drawings[name]}
    </svg>
  )
}
