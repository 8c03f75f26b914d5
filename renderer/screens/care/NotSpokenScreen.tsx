import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { DataTable } from '../../components/DataTable.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from '../../parts/Care.module.css'
import { ContactDialog } from '../../parts/ContactDialog.tsx'
import { CarePage } from './CarePage.tsx'

type Row = Awaited<ReturnType<Api['care']['longestNotSpoken']>>['rows'][number]

const shownAtFirst = 50
const everything = 'all'

/** Everybody by the day somebody last spoke to them. An order, no judgement: nobody is given a number. */
export function NotSpokenScreen() {
  return (
    <CarePage>
      <NotSpoken />
    </CarePage>
  )
}

function NotSpoken() {
  const { t } = useTranslation()
  const format = useFormat()
  const [, navigate] = useLocation()
  const [group, setGroup] = useState<string | null>(null)
  const [limit, setLimit] = useState(shownAtFirst)
  const [writing, setWriting] = useState<Row>()
  const list = useQuery(api.care.longestNotSpoken, { group, limit }, { keep: true })
  return (
    <Answered of={list}>
      {({ rows, total, groups }, isStale) => (
        <>
          <p className="soft">{t('care.spoken.hint')}</p>
          {groups.length > 1 && (
            <div className={styles.filter}>
              <SelectField
                label={t('care.spoken.group')}
                width="medium"
                value={group ?? everything}
                onChange={(chosen) => setGroup(chosen === everything ? null : chosen)}
                options={[
                  { value: everything, label: t('care.spoken.allGroups') },
                  ...groups.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            </div>
          )}
          {rows.length === 0 ? (
            <EmptyState title={t('care.spoken.none')} />
          ) : (
            <DataTable
              label={t('care.spoken.label')}
              rows={rows}
              rowKey={({ personId }) => personId}
              onOpen={({ personId }) => navigate(paths.person(personId))}
              total={total}
              onMore={() => setLimit(limit + shownAtFirst)}
              isLoadingMore={isStale}
              columns={[
                {
                  key: 'name',
                  header: t('care.spoken.name'),
                  kind: 'name',
                  cell: ({ name, isAway }) => <bdi className={isAway ? styles.away : undefined}>{name}</bdi>,
                },
                { key: 'group', header: t('care.spoken.group'), cell: ({ groupName }) => <bdi>{groupName}</bdi> },
                {
                  key: 'last',
                  header: t('care.spoken.last'),
                  isNamedInBlock: true,
                  cell: ({ lastDay }) => (lastDay === null ? t('care.spoken.never') : format.day(lastDay)),
                },
                { key: 'note', header: t('care.spoken.note'), cell: (row) => <Particulars row={row} /> },
                {
                  key: 'verbs',
                  header: t('care.spoken.verbs'),
                  kind: 'actions',
                  cell: (row) => (
                    <Button
                      kind="plain"
                      label={t('care.spoken.contactLabel', { name: row.name })}
                      onPress={() => setWriting(row)}
                    >
                      {t('care.spoken.contact')}
                    </Button>
                  ),
                },
              ]}
            />
          )}
          {writing && (
            <ContactDialog
              person={{ id: writing.personId, name: writing.name }}
              onClose={() => setWriting(undefined)}
            />
          )}
        </>
      )}
    </Answered>
  )
}

function Particulars({ row }: { readonly row: Row }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (row.isAway)
    return (
      <Status kind="no" icon="clock">
        {row.awayUntil === null
          ? t('care.spoken.away')
          : t('care.spoken.awayUntil', { day: format.day(row.awayUntil, 'short') })}
      </Status>
    )
  if (row.dueDay !== null) return t('care.spoken.due', { day: format.day(row.dueDay, 'short') })
  return row.absences > 0 ? t('care.spoken.absences', { count: row.absences }) : null
}
