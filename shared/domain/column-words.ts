// Which words stand for the columns of the book and for the codes in them. A test asks this of every column that is declared.

/** Where the name of a column may stand: as the history calls it, or as only Verschillen or somebody's own page of data does. */
export const fieldKeys = (table: string, field: string): readonly string[] => [
  `history.fields.${table}.${field}`,
  `differences.fields.${table}.${field}`,
  `differences.everywhere.${field}`,
  `rights.fields.${table}.${field}`,
  `rights.everywhere.${field}`,
]

/** Where the word of a code may stand: with what another screen says, with its column, or with every column of that name. */
export function codeKeys(table: string, field: string, code: string): readonly string[] {
  const group = codeGroups[`${table}.${field}`]
  return [
    ...(group ? [`${group}.${code}`] : []),
    `codes.${table}.${field}.${code}`,
    `codes.everywhere.${field}.${code}`,
    `rights.codes.${field}.${code}`,
  ]
}

/** Records that are not called by anybody and have a word of the program: a part of the book that is kept or not. */
export const recordKey = (table: string, id: string): string | undefined =>
  table === 'module_use' ? `settings.practices.names.${id}` : undefined

/** Codes that have their words where another screen shows them; all others stand in codes.json. */
const codeGroups: Readonly<Record<string, string>> = {
  'book.kind': 'settings.book.kinds',
  'book.preset': 'settings.practices.presets',
  'book.role_pattern': 'settings.book.rolePatterns',
  'neighbourhood.status': 'neighbourhoods.status',
  'person.preferred_contact': 'members.preferred',
  'membership.kind': 'members.kind',
  'membership.end_reason': 'members.person.endReason',
  'role_term.role': 'roles.names',
  'role_term.side': 'roles.sides',
  'fee_agreement.reduction_kind': 'dues.agreement',
  'booking_category.kind': 'bookkeeping.budget',
  'reminder_settings.last_level': 'reminders.rules.lastChoice',
  'reminder_pause.kind': 'reminders.pause',
  'mandate.hold_reason': 'debit.mandate.holdReasons',
  'mandate.kind': 'debit.mandate.fields',
  'attendance.reason': 'gatherings.absent.reasons',
  'follow_up.how': 'gatherings.followUp.hows',
  'payment.method': 'codes.fee_agreement.method',
  'waiver.reason': 'dues.waiver',
  'reminder.level': 'reminders.level',
  'reminder.way': 'reminders.payer.way',
  'gathering.counted': 'series.counted',
  'gathering.work_form': 'forms.workForms',
  'series.counted': 'series.counted',
  'series.work_form': 'forms.workForms',
  'speaker.kind': 'forms.speakers.kinds',
  'barrier.kind': 'barriers.kinds',
  'barrier.found_how': 'barriers.foundWays',
  'barrier.outcome': 'barriers.judge.outcomes',
  'organisation.kind': 'organisations.kinds',
  'organisation_referral.outcome': 'organisations.referral.outcomes',
  'funding.kind': 'organisations.funding.kinds',
  'join_request.state': 'organisations.request.states',
  'leader_meeting.kind': 'workingGroup.meeting.kinds',
  'idea_trial.worked': 'workingGroup.trial.results',
  'network_point.kind': 'workingGroup.point.kinds',
  'lift.kind': 'lifts.kinds',
  'help_offer.category': 'mutualHelp.categories',
  'help_request.category': 'mutualHelp.categories',
  'help_request.institution': 'mutualHelp.institutions',
  'help_request.wanted_time': 'mutualHelp.times',
  'help_request.state': 'mutualHelp.states',
  'help_act.category': 'mutualHelp.categories',
  'help_act.institution': 'mutualHelp.institutions',
  'help_act.outcome': 'mutualHelp.outcomes',
  'help_act.grew_into': 'mutualHelp.growths',
  'help_job.grew_into': 'mutualHelp.growths',
  'initiative.state': 'initiatives.states',
  'initiative_target.kind': 'initiatives.target.kinds',
  'initiative_target.source': 'initiatives.target.sources',
  'initiative_target.counting': 'initiatives.target.countings',
  'initiative_own_goal.outcome': 'initiatives.ownGoal.outcomes',
  'data_breach.kind': 'privacy.breach.kinds',
  'data_breach.is_locked': 'privacy.breach.locks',
  'consent.purpose': 'rights.purposes',
  'consent.given_by': 'codes.everywhere.consent_by',
  'consent.how': 'codes.everywhere.consent_how',
  'restriction.reason': 'rights.restriction.reasons',
  'dispute.outcome': 'rights.dispute.outcomes',
}
