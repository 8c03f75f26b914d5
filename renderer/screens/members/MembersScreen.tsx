import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { OnPaper } from '../../components/OnPaper.tsx'
import { Page } from '../../components/Page.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { ListTools } from './ListTools.tsx'
import { PeopleFilterFields } from './PeopleFilterFields.tsx'
import { PeopleTable, type PersonRow } from './PeopleTable.tsx'
import { usePeopleFilter } from './people-filter.ts'
import { everybody, listQuestion, pageSize } from './people-question.ts'

const AddPersonDialog = later(async () => (await import('./AddPersonDialog.tsx')).AddPersonDialog)

/** Mensen: everybody of the book, by choice and in order; a row opens the page of the person. */
export function MembersScreen() {
  const { t } = useTranslation()
  const { filter, order, change } = usePeopleFilter()
  const [limit, setLimit] = useState(pageSize)
  const [isAdding, setAdding] = useState(false)
  const [isPrinting, setPrinting] = useState(false)
  const list = useQuery(api.members.list, listQuestion(filter, order, limit), { keep: true })
  const counts = useQuery(api.members.counts, filter, { keep: true })
  const total = counts.state === 'ready' ? counts.value.total : undefined
  const isWhole = list.state === 'ready' && !list.isStale && !list.value.more

  // Paper holds the whole list: ask for all of it first.
  useEffect(() => {
    if (!isPrinting || !isWhole) return
    // Printing holds everything up until it is done; what is on the screen then is what stands on paper.
    window.print()
    setPrinting(false)
  }, [isPrinting, isWhole])
  const print = () => {
    setLimit(Math.max(limit, total ?? 0))
    setPrinting(true)
  }
  // A list for the fridge does not name who is in the book only because of need, or whose data are not used.
  const isOffPaper = ({ isRestricted, status }: PersonRow) =>
    isRestricted || (filter.kind === 'now' && status === 'contact')
  const countOnPaper = list.state === 'ready' ? list.value.rows.filter((row) => !isOffPaper(row)).length : 0
  const sub = (count: number) => t('members.sub', { count, order: t(`members.order.${order.sort}`) })
  const isUnfiltered = filter.neighbourhood === null && filter.kind === 'now'
  return (
    <Page
      isForPaper
      title={t('members.title')}
      sub={total ? <OnPaper screen={sub(total)} paper={sub(countOnPaper)} /> : undefined}
      actions={
        <>
          {total !== 0 && (
            <Button icon="print" isBusy={isPrinting} onPress={print}>
              {t('members.print')}
            </Button>
          )}
          <Button kind="main" icon="plus" onPress={() => setAdding(true)}>
            {t('members.add')}
          </Button>
        </>
      }
    >
      <Answered of={list}>
        {({ rows }) =>
          rows.length === 0 && isUnfiltered && total === 0 && !hasOthers(counts) ? (
            <EmptyState
              title={t('members.empty.title')}
              actions={<LinkButton href={paths.takeIn}>{t('members.empty.takeIn')}</LinkButton>}
            >
              {t('members.empty.text')}
            </EmptyState>
          ) : (
            <>
              {counts.state === 'ready' && (
                <PeopleFilterFields
                  filter={filter}
                  counts={counts.value}
                  onChange={(part) => {
                    setLimit(pageSize)
                    change(part)
                  }}
                />
              )}
              {rows.length === 0 ? (
                <EmptyState
                  title={t('members.nobody.title')}
                  actions={<Button onPress={() => change(everybody)}>{t('members.filter.clear')}</Button>}
                >
                  {t('members.nobody.text')}
                </EmptyState>
              ) : (
                <>
                  <PeopleTable
                    rows={rows}
                    total={total ?? rows.length}
                    order={order}
                    onOrder={change}
                    hasNeighbourhoods={counts.state !== 'ready' || counts.value.neighbourhoods.length > 0}
                    hasDues={counts.state !== 'ready' || counts.value.duesEnabled}
                    isOffPaper={isOffPaper}
                    onMore={() => setLimit(limit + pageSize)}
                    isLoadingMore={list.state === 'ready' && list.isStale}
                  />
                  <ListTools filter={filter} />
                </>
              )}
            </>
          )
        }
      </Answered>
      {isAdding && (
        <AddPersonDialog
          neighbourhoodId={filter.neighbourhood === 'none' ? null : filter.neighbourhood}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  )
}

type CountsAnswer = ReturnType<typeof useQuery<unknown, Awaited<ReturnType<typeof api.members.counts>>>>

/** Somebody is in the book, if not among those of today. */
function hasOthers(counts: CountsAnswer): boolean {
  return counts.state === 'ready' && counts.value.kinds.some(({ count }) => count > 0)
}
