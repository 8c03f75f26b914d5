import { useTranslation } from 'react-i18next'
import { PlainTable } from '../../components/PlainTable.tsx'
import { type ToldStanding, useStandingSentence } from '../../parts/use-standing-sentence.ts'

export interface StandingTableProps {
  readonly caption: string
  readonly people: readonly (ToldStanding & { readonly name: string })[]
}

/** One sentence for each member. */
export function StandingTable({ caption, people }: StandingTableProps) {
  const { t } = useTranslation()
  const sentenceOf = useStandingSentence()
  return (
    <PlainTable
      caption={caption}
      headers={[t('between.columns.name'), t('between.columns.dues')]}
      rows={people.map((person, at) => ({
        key: `${at} ${person.name}`,
        cells: [<bdi key="name">{person.name}</bdi>, sentenceOf(person)],
      }))}
    />
  )
}
