import { useTranslation } from 'react-i18next'
import { SumsTogether } from './AssociationSheet.tsx'
import { chartsOf } from './charts.ts'
import type { Together } from './GroupsScreen.tsx'
import type { Slide } from './Presentation.tsx'
import { AssociationsChart } from './TogetherCharts.tsx'

/** The sheets of a presentation: all together, and then each chart of each association by itself. */
export function useSlides({ sums, associations }: Together): Slide[] {
  const { t } = useTranslation()
  const title = t('workgroup.charts.associations')
  const all: Slide = {
    key: 'all',
    above: t('workgroup.title'),
    title,
    content: (
      <>
        <SumsTogether of={sums} />
        <AssociationsChart of={associations} caption={title} />
      </>
    ),
  }
  const each = associations.flatMap((association): Slide[] => [
    {
      key: association.name,
      above: t('workgroup.title'),
      title: association.name,
      content: <SumsTogether of={association} />,
    },
    ...chartsOf(association).map(({ name, Chart }) => ({
      key: `${association.name} ${name}`,
      above: association.name,
      title: t(`workgroup.charts.${name}`),
      content: <Chart of={association} caption={t(`workgroup.charts.${name}`)} />,
    })),
  ])
  return associations.length > 1 ? [all, ...each] : each
}
