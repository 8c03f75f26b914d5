// Every kind of action the journal can hold. Its sentence is history.actions.<kind> in the locales (a test checks that both have it).

export const actionKinds = [
  'bookCreated',
  'bookChanged',
  'undone',
  'trashRestored',
  'trashEmptied',
  // people
  'personRegistered',
  'personChanged',
  'personMoved',
  'personRemoved',
  'personDied',
  'membershipEnded',
  'membershipChanged',
  'membershipRejoined',
  'groupJoined',
  'groupLeft',
  // binnenbuurten and roles
  'neighbourhoodAdded',
  'neighbourhoodChanged',
  'neighbourhoodClosed',
  'neighbourhoodRemoved',
  'roleAssigned',
  'roleChanged',
  'roleEnded',
  'roleHandedOver',
  'peopleImported',
] as const

export type ActionKind = (typeof actionKinds)[number]
