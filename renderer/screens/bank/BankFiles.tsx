import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Bdi } from '../../components/Bdi.tsx'
import { type Column, DataTable } from '../../components/DataTable.tsx'
import { Section } from '../../components/Section.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'

type BankFile = Awaited<ReturnType<Api['bank']['files']>>['rows'][number]

const pageSize = 12

/** The files that were taken in, newest first. */
export function BankFiles() {
  const { t } = useTranslation()
  const format = useFormat()
  const [limit, setLimit] = useState(pageSize)
  const files = useQuery(api.bank.files, { limit }, { keep: true })
  const columns: Column<BankFile>[] = [
    { key: 'name', header: t('bank.files.name'), kind: 'name', cell: ({ name }) => <Bdi>{name}</Bdi> },
    {
      key: 'period',
      header: t('bank.files.period'),
      isNamedInBlock: true,
      cell: ({ from, to }) =>
        from === null || to === null
          ? t('bank.preview.noLines')
          : `${format.day(from, 'numeric')} - ${format.day(to, 'numeric')}`,
    },
    {
      key: 'taken',
      header: t('bank.files.taken'),
      isNamedInBlock: true,
      cell: ({ takenAt }) => format.moment(takenAt),
    },
    {
      key: 'lines',
      header: t('bank.files.lines'),
      kind: 'number',
      isNamedInBlock: true,
      cell: ({ lineCount }) => lineCount,
    },
  ]
  return (
    <Section title={t('bank.files.title')}>
      <Answered of={files}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <p className="soft">{t('bank.files.none')}</p>
          ) : (
            <div className="stack">
              <DataTable
                label={t('bank.files.title')}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
                total={total}
                onMore={() => setLimit(limit + 100)}
                isCompact
              />
              <p className="soft">{t('bank.files.kept')}</p>
            </div>
          )
        }
      </Answered>
    </Section>
  )
}
