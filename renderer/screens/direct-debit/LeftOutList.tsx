import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CollectionProposal } from '../../../shared/contract/direct-debit.ts'
import { paths } from '../../app/paths.ts'
import { Amount } from '../../components/Amount.tsx'
import { Bdi } from '../../components/Bdi.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'

type LeftOut = CollectionProposal['leftOut'][number]

/** Who pays by direct debit and is not collected from, and why not. */
export function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const { t } = useTranslation()
  const columns: Column<LeftOut>[] = [
    {
      key: 'name',
      header: t('debit.columns.name'),
      kind: 'name',
      cell: ({ personId, name }) => (
        <Link href={paths.person(personId)}>
          <Bdi>{name}</Bdi>
        </Link>
      ),
    },
    { key: 'reason', header: t('debit.columns.reason'), cell: ({ reason }) => t(`debit.reasons.${reason}`) },
    {
      key: 'amount',
      header: t('debit.columns.amount'),
      kind: 'number',
      cell: ({ cents }) => <Amount cents={cents} exact />,
    },
  ]
  return (
    <DataTable
      label={t('debit.make.leftOut', { count: leftOut.length })}
      columns={columns}
      rows={leftOut}
      rowKey={({ personId, reason }) => `${personId} ${reason}`}
      isCompact
    />
  )
}
