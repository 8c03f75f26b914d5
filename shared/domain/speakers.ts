/** spreker: comes to tell about something. verteller: tells a story of their own. */
export const speakerKinds = ['spreker', 'verteller'] as const
export type SpeakerKind = (typeof speakerKinds)[number]
