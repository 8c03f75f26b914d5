import { Bdi } from '../../components/Bdi.tsx'
import { type ToldApart, useFactWords } from '../../parts/use-fact-words.ts'

/** What tells somebody from people of the same name: Merelhof 3 · geboren in 1948. */
export function Apart({ of }: { readonly of: ToldApart }) {
  const words = useFactWords()(of)
  return words.map((word, at) => (
    <span key={word}>
      {at > 0 && ' · '}
      <Bdi>{word}</Bdi>
    </span>
  ))
}

export function isToldApart({ apart, isDeceased }: ToldApart): boolean {
  return apart.length > 0 || isDeceased === true
}
