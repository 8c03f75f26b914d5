/** How somebody likes to be reached. */
export const preferredContacts = ['bellen', 'mail', 'app', 'brief', 'langsgaan'] as const
export type PreferredContact = (typeof preferredContacts)[number]
