import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'wouter'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { ActionList } from '../../parts/ActionList.tsx'

type RecordTable = Parameters<Api['history']['ofRecord']>[0]['table']

const pageSize = 50
const longest = 200

/** Geschiedenis: everything that was done in this book, or to one record (`?table=person&id=...`), newest first, each with a way back. */
export function HistoryScreen() {
  const { t } = useTranslation()
  const [search] = useSearchParams()
  const [limit, setLimit] = useState(pageSize)
  const id = search.get('id')
  // An address that was typed wrong is answered by the backend in words.
  const record = id ? { table: search.get('table') as RecordTable, id } : undefined
  const all = useQuery(api.history.list, { limit }, { keep: true, isWanted: !record })
  const ofRecord = useQuery(
    api.history.ofRecord,
    { table: record?.table ?? 'person', id: id ?? '', limit },
    { keep: true, isWanted: !!record },
  )
  return (
    <Page
      title={t('history.title')}
      sub={t(record ? 'history.subOne' : 'history.sub')}
      actions={<LinkButton href="/prullenbak">{t('history.trash.link')}</LinkButton>}
    >
      <Answered of={record ? ofRecord : all}>
        {({ actions, more }) =>
          actions.length === 0 ? (
            <EmptyState title={t('history.empty')}>{t('history.emptyHint')}</EmptyState>
          ) : (
            <>
              <ActionList actions={actions} />
              {more && limit < longest && (
                <Button onPress={() => setLimit(Math.min(longest, limit + pageSize))}>{t('history.more')}</Button>
              )}
            </>
          )
        }
      </Answered>
    </Page>
  )
}
