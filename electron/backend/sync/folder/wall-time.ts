// The time in a file, by the clock of the computer that wrote it: for people to read, never to decide by.

/** Files say the time to the minute, in UTC and without saying so. */
export function instantOfWall(wall: string | null | undefined): string | null {
  return wall ? `${wall}:00.000Z` : null
}

/** How far it is ahead of our clock, in milliseconds. */
export const msAhead = (wall: string, now: Date): number => Date.parse(`${wall}Z`) - now.getTime()
