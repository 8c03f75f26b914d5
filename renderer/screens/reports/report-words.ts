import type { nl } from '../../i18n/nl.ts'

/** Codes of reports that have words. */
export type ReportCode = keyof (typeof nl)['reports']['titles']
/** Words that may stand in a report. */
export type ReportWord = keyof (typeof nl)['reports']['words']

// A test checks that every report and every word a report can hold is in the locales of both languages.
export const reportCodeOf = (code: string): ReportCode => code as ReportCode
export const reportWordOf = (word: string): ReportWord => word as ReportWord
