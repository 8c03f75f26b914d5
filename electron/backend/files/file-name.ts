/** A title as the name of a file: without what Windows, macOS or Linux refuse in one. */
export function fileName(title: string): string {
  return title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
}
