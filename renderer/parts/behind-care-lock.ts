/** What a window knows that care may be in: the backend answers these otherwise once it is shut. */
const areas = ['care.', 'history.', 'differences.', 'rights.access', 'rights.previewErase']

export const isBehindCareLock = (method: string): boolean =>
  method !== 'care.lockState' && areas.some((area) => method.startsWith(area))
