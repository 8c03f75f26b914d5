import { useTranslation } from 'react-i18next'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Apart, isToldApart } from './Apart.tsx'
import styles from './PeopleTable.module.css'
import { StatusWord } from './StatusWord.tsx'
import { type PreviewRow, useReasonText } from './use-reason-text.ts'

export interface PeopleTableProps {
  readonly rows: readonly PreviewRow[]
  readonly total: number
  readonly onOpen: (row: PreviewRow) => void
  readonly onMore: () => void
  readonly isLoadingMore: boolean
}

/** The people of the list: first what needs somebody, then what changes. */
export function PeopleTable({ rows, total, onOpen, onMore, isLoadingMore }: PeopleTableProps) {
  const { t } = useTranslation()
  if (rows.length === 0) return <EmptyState title={t('imports.preview.empty')} />
  const nameOf = (row: PreviewRow) => row.name || t('imports.preview.noNamed')
  const columns: readonly Column<PreviewRow>[] = [
    { key: 'line', header: t('imports.preview.line'), isNamedInBlock: true, cell: (row) => row.line },
    {
      key: 'name',
      header: t('imports.preview.name'),
      kind: 'name',
      cell: (row) => <Name row={row} name={nameOf(row)} />,
    },
    { key: 'status', header: t('imports.preview.status'), cell: (row) => <StatusWord status={row.status} /> },
    { key: 'what', header: t('imports.preview.what'), cell: (row) => <What row={row} /> },
    {
      key: 'verb',
      header: t('imports.preview.what'),
      kind: 'actions',
      cell: (row) => {
        const verb = verbOf(row)
        const label = t(`imports.preview.${verb}Label`, { line: row.line, name: nameOf(row) })
        return (
          <Button
            kind={verb === 'look' && row.status !== 'left' ? 'plain' : 'outlined'}
            label={label}
            onPress={() => onOpen(row)}
          >
            {t(`imports.preview.${verb}`)}
          </Button>
        )
      },
    },
  ]
  return (
    <DataTable
      label={t('imports.preview.table')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      onOpen={onOpen}
      total={total}
      onMore={onMore}
      isLoadingMore={isLoadingMore}
    />
  )
}

function Name({ row, name }: { readonly row: PreviewRow; readonly name: string }) {
  return (
    <>
      <Bdi>{name}</Bdi>
      {row.apart.length > 0 && (
        <span className={styles.apart}>
          <Apart of={row} />
        </span>
      )}
    </>
  )
}

/** What happens; for a possible double also who it could be, and what tells them apart. */
function What({ row }: { readonly row: PreviewRow }) {
  const { t } = useTranslation()
  const reasons = useReasonText()
  // Of a single one of the book the reason has said the name, and the address where that is known.
  const isSaid = row.reasons.some(({ code }) => code === 'looksLike' || code === 'looksLikeName')
  const others = row.alike
    .map((other) => (isSaid ? { ...other, apart: other.apart.filter(({ part }) => part !== 'address') } : other))
    .filter(isToldApart)
  return (
    <>
      {reasons.all(row)}
      {others.length > 0 && (
        <ul className={styles.others}>
          {others.map((other) => (
            <li key={other.id ?? other.line}>
              {isSaid ? t('imports.preview.inBook') : <Bdi>{other.name}</Bdi>}: <Apart of={other} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function verbOf({ status, decided }: PreviewRow): 'improve' | 'compare' | 'look' {
  if (status === 'error') return 'improve'
  return status === 'double' || decided ? 'compare' : 'look'
}
