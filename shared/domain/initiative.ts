// How an initiative goes, and what comes of somebody's own goal.

export const initiativeStates = ['idee', 'loopt', 'klaar', 'gestopt'] as const
export type InitiativeState = (typeof initiativeStates)[number]

/** What somebody found, by their own account. */
export const ownGoalOutcomes = ['werk', 'studie', 'stage', 'anders_passend'] as const
