interface DayWords {
  /** From Monday. */
  readonly weekdays: readonly string[]
  readonly months: readonly string[]
}

/** The names of days and months in the languages of the window. */
export const dayWords = {
  nl: {
    weekdays: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
    months: 'januari februari maart april mei juni juli augustus september oktober november december'.split(' '),
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    months: 'January February March April May June July August September October November December'.split(' '),
  },
} satisfies Readonly<Record<string, DayWords>>
