import { absenceCauses, absenceWhys, neutralCauses, neutralWhys } from '../../../shared/domain/care.ts'
import { declareTable, idOf, oneOf, optionalText, text } from '../database/declare-table.ts'
import { consentColumns, neutralOrConsented } from './consent-columns.ts'

/** Somebody is away for longer: nobody has to wonder where they are. Why stands apart, for fewer eyes. */
export const plannedAbsenceTable = declareTable({
  name: 'planned_absence',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'gatherings', basis: 'legitimate_interest', retention: 'follow_up_6_months' },
  columns: {
    person_id: idOf('person'),
    from_day: text(),
    /** The first day they are back; null while nobody knows. */
    until_day: optionalText(),
  },
  checks: ['until_day IS NULL OR until_day > from_day'],
  indexes: [['person_id', 'from_day']],
})

/** Why somebody is away, under the same id. */
export const plannedAbsenceWhyTable = declareTable({
  name: 'planned_absence_why',
  class: 'register',
  scope: 'zorg',
  privacy: { purpose: 'care', basis: 'consent', retention: 'care_6_months' },
  columns: {
    planned_absence_id: idOf('planned_absence'),
    person_id: idOf('person'),
    why: oneOf(absenceWhys),
    /** The first day nothing may be left of it, however the absence is moved; null in what was written before there was one. */
    expires_day: optionalText(),
    ...consentColumns,
  },
  checks: [neutralOrConsented('why', neutralWhys)],
  indexes: [['planned_absence_id'], ['person_id']],
})

/** What kept somebody from coming. Apart from the attendance, because it may say something about health. */
export const absenceCauseTable = declareTable({
  name: 'absence_cause',
  class: 'register',
  scope: 'zorg',
  privacy: { purpose: 'care', basis: 'consent', retention: 'care_6_months' },
  columns: {
    gathering_id: idOf('gathering'),
    person_id: idOf('person'),
    cause: oneOf(absenceCauses),
    /** The first day nothing may be left of it. */
    expires_day: text(),
    ...consentColumns,
  },
  checks: [neutralOrConsented('cause', neutralCauses)],
  indexes: [['gathering_id'], ['person_id']],
})
