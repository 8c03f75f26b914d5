import { checkInMoments } from '../../../shared/domain/check-in.ts'
import { declareTable, oneOf, optionalInteger, text } from '../database/declare-table.ts'

const answer = () => optionalInteger({ check: '{column} BETWEEN 1 AND 5' })

/** One moment of one code, on every computer the same row. */
export const checkInId = (code: string, moment: string) => `check-in-${code}-${moment}`

/** What somebody answered of themself. Whose code it is stands nowhere: they keep it on a card of their own. */
export const checkInTable = declareTable({
  name: 'check_in',
  class: 'register',
  scope: 'buurt',
  privacy: { purpose: 'gatherings', basis: 'not_personal', retention: 'while_book' },
  columns: {
    code: text(),
    moment: oneOf(checkInMoments),
    day: text(),
    // One column for each part of life, 1 (not at all) to 5 (very well); null was not said.
    werk: answer(),
    wonen: answer(),
    leren: answer(),
    gezondheid: answer(),
    eigen_kring: answer(),
    buurt: answer(),
    instanties: answer(),
    taal: answer(),
    veiligheid: answer(),
    rechten: answer(),
  },
  indexes: [['code']],
})
