// What merging two computers can bring to light beside two versions of a field.

/**
 * cameBack: a row was removed on one computer and changed on another; it is there again.
 * factDiffers: both have a row of the ledger of the same id that says something else; one of them counts on every computer.
 * notTaken: a change could not be stored because it would break the rules of its own row; it is kept and tried again.
 * moneyInTrash: somebody was thrown away on one computer while money was written down for them on another; both stand.
 */
export const hintKinds = ['cameBack', 'factDiffers', 'notTaken', 'moneyInTrash'] as const
export type HintKind = (typeof hintKinds)[number]

/** Rules over several rows: looked at again after every merge and told, never repaired in silence. */
export const breachKinds = [
  'twoInRole',
  'memberTwice',
  'inGroupTwice',
  'invitedTwice',
  'twoFollowUps',
  'moreThanPayment',
  'moreThanDue',
  'twoDuesOfPeriod',
  'reversedTwice',
  'moreRefunded',
  'bankLineTwice',
  'bankLineGone',
  'sameReference',
  'collectedTwice',
  'yearsInOrder',
  'closedYearDiffers',
  'agreementOutlivesMembership',
  'placeInTrash',
] as const
export type BreachKind = (typeof breachKinds)[number]
