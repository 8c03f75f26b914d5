/** At most so many signs (UTF-16), and never half of one: what is left of an emoji that was cut in two can stand in no address or file. */
export function cutText(text: string, longest: number): string {
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '')
}
