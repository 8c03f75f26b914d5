import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Answered } from '../data/Answered.tsx'
import { type Api, api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'
import { ActionList } from './ActionList.tsx'

export interface RecordHistoryProps {
  readonly table: Parameters<Api['history']['ofRecord']>[0]['table']
  readonly id: string
  /** How many of the newest to show. */
  readonly limit?: number
}

/** What was done to one record and what belongs to it, newest first, with a way to take it back. */
export function RecordHistory({ table, id, limit = 6 }: RecordHistoryProps) {
  const { t } = useTranslation()
  const answer = useQuery(api.history.ofRecord, { table, id, limit })
  return (
    <Answered of={answer}>
      {({ actions, more }) => (
        <>
          <ActionList actions={actions} />
          {more && <Link href={`/geschiedenis?table=${table}&id=${id}`}>{t('history.whole')}</Link>}
        </>
      )}
    </Answered>
  )
}
