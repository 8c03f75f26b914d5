// Who came, who did not, and how often in a row. Unknown is its own answer: it never counts as absent.

/** What is known of one invited person. */
export const attendanceStatuses = ['aanwezig', 'afgemeld', 'niet_gekomen', 'onbekend'] as const
export type AttendanceStatus = (typeof attendanceStatuses)[number]

/** Neutral reasons only: nothing about health or care can be recorded here. */
export const absenceReasons = ['afgemeld', 'vakantie', 'weet_niet', 'anders'] as const
export type AbsenceReason = (typeof absenceReasons)[number]

export const followUpStates = ['open', 'gedaan', 'vervallen'] as const

/** How somebody gets in touch. */
export const contactWays = ['bellen', 'langsgaan', 'kaartje', 'bericht'] as const
export type ContactWay = (typeof contactWays)[number]

/** Two weeks, unless the contact person chooses another day. */
export const followUpDays = 14

/** True when it is known that the person was not there. */
export function isAbsent(status: AttendanceStatus): boolean {
  return status === 'afgemeld' || status === 'niet_gekomen'
}

export interface AttendanceCounts {
  readonly invited: number
  readonly present: number
  readonly excused: number
  readonly missed: number
  readonly unknown: number
}

/** Everybody invited, by what is known of them; `invited` is always the sum of the other four. */
export function countAttendance(statuses: Iterable<AttendanceStatus>): AttendanceCounts {
  const counts: Record<AttendanceStatus, number> = { aanwezig: 0, afgemeld: 0, niet_gekomen: 0, onbekend: 0 }
  let invited = 0
  for (const status of statuses) {
    counts[status] += 1
    invited += 1
  }
  return {
    invited,
    present: counts.aanwezig,
    excused: counts.afgemeld,
    missed: counts.niet_gekomen,
    unknown: counts.onbekend,
  }
}

/** Everybody who was there: by name, and those only counted. */
export function cameTo({
  counts,
  guests,
}: {
  readonly counts: Pick<AttendanceCounts, 'present'>
  readonly guests: number
}) {
  return counts.present + guests
}

export interface RunningAbsences {
  /** Recorded gatherings not attended since the person was last there. */
  readonly absences: number
  /** Gatherings between those of which nobody wrote down whether the person came. */
  readonly unknown: number
}

/**
 * Absences since the person was last present, newest gathering first.
 *
 * An unknown one is passed over: it adds nothing and does not start the count again, because a gap in the
 * notes says nothing about the person. It is counted apart, so that nobody is told "three times in a row"
 * about three times with a gap between them. Unknowns older than the last known absence are left out.
 */
export function countRunningAbsences(newestFirst: Iterable<AttendanceStatus>): RunningAbsences {
  let absences = 0
  let unknown = 0
  let gap = 0
  for (const status of newestFirst) {
    if (status === 'aanwezig') break
    if (isAbsent(status)) {
      absences += 1
      unknown += gap
      gap = 0
    } else {
      gap += 1
    }
  }
  return { absences, unknown }
}
