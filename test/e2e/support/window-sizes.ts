/** What a window of 1280 by 860 leaves when everything in it is twice as large. */
export const twiceAsLarge = { width: 640, height: 430 }

/** A small laptop. */
export const lowWindow = { width: 1280, height: 720 }

/** Half of a small screen. */
export const narrowWindow = { width: 640, height: 800 }
