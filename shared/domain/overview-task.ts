// What a module can ask attention for on the Overzicht. Words: overview.tasks.<code>.title, .reason and .verb.

export const overviewTaskCodes = [
  'subsidyDue',
  'liftsMissing',
  'seriesIdle',
  'barriersWaiting',
  'signalsDue',
  'signalsWithoutOwner',
  'signalsEnding',
  'helpWaiting',
  'jobsOver',
  'pairPapers',
  'pairRhythm',
  'pairTalk',
  'pairOneSided',
  'pairWaiting',
  'newcomersWaiting',
  'fundingEnding',
  'joinRequestWaiting',
  'stepLate',
  'signUpsToAsk',
  'leaderWithoutIntervision',
  'lettingGoAsked',
  'retentionWaiting',
  'duesNotBegun',
] as const
export type OverviewTaskCode = (typeof overviewTaskCodes)[number]

/** Where the verb of a task leads. */
export const taskTargets = [
  'care',
  'helping',
  'pairs',
  'newcomers',
  'organisations',
  'funding',
  'joinRequests',
  'initiatives',
  'workingGroup',
  'gatherings',
  'series',
  'subsidies',
  'barriers',
  'gathering',
  'person',
  'retention',
  'dues',
] as const
