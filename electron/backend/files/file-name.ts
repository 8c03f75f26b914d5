import { cutText } from '../cut-text.ts'

const longest = 80

/** A title as the name of a file: without what Windows, macOS or Linux refuse in one. */
export function fileName(title: string): string {
  const plain = title
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return cutText(plain, longest).trimEnd()
}
