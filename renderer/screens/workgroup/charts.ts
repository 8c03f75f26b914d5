// The charts of an association, in the order in which they are told. The same ones stand on the screen, at the meeting and on paper.
import type { ComponentType } from 'react'
import type { AssociationSums } from '../../../shared/domain/workgroup-sums.ts'
import { GatheringsChart, PeopleChart } from './GroupCharts.tsx'
import { BarriersChart, DuesChart, QuestionsChart, ThemesChart, YearsChart } from './TogetherCharts.tsx'

export interface ChartProps {
  readonly of: AssociationSums
  /** What it holds, for screen readers. */
  readonly caption: string
}

export interface ChartKind {
  readonly name: 'people' | 'gatherings' | 'years' | 'dues' | 'themes' | 'barriers' | 'questions'
  readonly Chart: ComponentType<ChartProps>
  readonly isEmpty: (of: AssociationSums) => boolean
  /** Two of these fit beside each other on paper. */
  readonly isNarrow?: boolean
}

const kinds: readonly ChartKind[] = [
  { name: 'people', Chart: PeopleChart, isEmpty: () => false },
  { name: 'gatherings', Chart: GatheringsChart, isEmpty: () => false },
  { name: 'years', Chart: YearsChart, isEmpty: ({ years }) => years === null },
  { name: 'barriers', Chart: BarriersChart, isEmpty: ({ barriers }) => barriers.length === 0 },
  { name: 'dues', Chart: DuesChart, isEmpty: ({ duesByFile }) => duesByFile.length === 0, isNarrow: true },
  { name: 'themes', Chart: ThemesChart, isEmpty: ({ themes }) => themes.length === 0, isNarrow: true },
  { name: 'questions', Chart: QuestionsChart, isEmpty: ({ questions }) => questions.length === 0, isNarrow: true },
]

export const chartsOf = (association: AssociationSums): readonly ChartKind[] =>
  kinds.filter(({ isEmpty }) => !isEmpty(association))
