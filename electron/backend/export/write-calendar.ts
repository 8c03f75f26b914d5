// Gatherings as a calendar takes them in (iCalendar, RFC 5545). Times are written as points in time, so that no calendar needs to
// know our time zone; a gathering without a time is a whole day.
import ICAL from 'ical.js'
import type { Day } from '../../../shared/domain/calendar-date.ts'
import { foldLines } from './fold-lines.ts'

export interface CalendarEvent {
  readonly id: string
  readonly title: string
  readonly day: Day
  /** HH:MM on this computer's clock; null when it is not known yet. */
  readonly startTime: string | null
  readonly place: string | null
  readonly isCancelled: boolean
}

export function writeCalendar(events: readonly CalendarEvent[], name: string, now: Date): Uint8Array {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Buurtboek//Buurtboek//NL')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  calendar.addPropertyWithValue('x-wr-calname', name)
  for (const event of events) calendar.addSubcomponent(toEvent(event, now))
  return new TextEncoder().encode(foldLines(`${calendar.toString()}\r\n`))
}

function toEvent(event: CalendarEvent, now: Date): ICAL.Component {
  const component = new ICAL.Component('vevent')
  component.addPropertyWithValue('uid', `${event.id}@buurtboek`)
  component.addPropertyWithValue('dtstamp', ICAL.Time.fromJSDate(now, true))
  component.addPropertyWithValue('dtstart', startOf(event))
  component.addPropertyWithValue('summary', event.title)
  if (event.place) component.addPropertyWithValue('location', event.place)
  if (event.isCancelled) component.addPropertyWithValue('status', 'CANCELLED')
  return component
}

function startOf({ day, startTime }: CalendarEvent): ICAL.Time {
  return startTime === null
    ? ICAL.Time.fromDateString(day)
    : ICAL.Time.fromJSDate(new Date(`${day}T${startTime}:00`), true)
}
