/** Everything about a gathering but day, title and for whom, left open. */
export const plainGathering = {
  place: null,
  hostPersonId: null,
  startTime: null,
  capacity: null,
  language: null,
  theme: null,
  programme: null,
  note: null,
}
