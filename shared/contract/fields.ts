// What many methods take in: an id, a day, an amount, words.
import { z } from 'zod'
import { isLikelyDay } from '../domain/calendar-date.ts'
import { intervals } from '../domain/dues-schedule.ts'
import { largestAmount } from '../domain/money.ts'

export const id = z.string().min(1).max(64)
/** Months: 1, 3, 6 or 12. */
export const interval = z.literal([...intervals])
export const day = z.string().refine(isLikelyDay)
/** Cents; more than nothing. */
export const amount = z.int().min(1).max(largestAmount)
/** Something has to be said. */
export const words = (longest: number) => z.string().trim().min(1).max(longest)
/** Nothing, or words; empty is nothing. */
export const optionalWords = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .nullable()
    .transform((text) => (text === '' ? null : text))
