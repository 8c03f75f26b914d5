import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'wouter'
import { partsOf } from '../../../shared/domain/calendar-date.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { ChoiceGroup } from '../../components/ChoiceGroup.tsx'
import { later } from '../../components/later.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { EmptyState } from '../../components/States.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { FollowUpList } from '../../parts/FollowUpList.tsx'
import { GatheringTabs } from '../../parts/GatheringTabs.tsx'
import styles from './Gatherings.module.css'
import { GatheringsTable } from './GatheringsTable.tsx'

const PlanDialog = later(async () => (await import('./PlanDialog.tsx')).PlanDialog)

type Listed = Awaited<ReturnType<Api['gatherings']['list']>>

const everything = 'all'

/** What is planned, what asks to be written down, with whom to get in touch, and what was held. */
export function GatheringsScreen() {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const [params, setParams] = useSearchParams()
  const [isPlanning, setPlanning] = useState(params.has('plan'))
  const group = params.get('groep')
  const year = Number(params.get('jaar')) || null
  const list = useQuery(api.gatherings.list, { year, group }, { keep: true })

  // In the address, so that Back returns to the same list.
  const choose = (name: 'groep' | 'jaar', value: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before)
      after.delete('plan')
      if (value === null) after.delete(name)
      else after.set(name, value)
      return after
    })
  return (
    <Page
      isForPaper
      title={t('gatherings.title')}
      actions={
        <Button kind="main" onPress={() => setPlanning(true)}>
          {t('gatherings.plan')}
        </Button>
      }
    >
      <GatheringTabs />
      <Answered of={list}>
        {(listed) =>
          isEmpty(listed) && group === null ? (
            <EmptyState title={t('gatherings.list.emptyTitle')}>{t('gatherings.list.emptyText')}</EmptyState>
          ) : (
            <>
              {listed.groups.length > 1 && (
                <div className={styles.filter}>
                  <SelectField
                    label={t('gatherings.list.group')}
                    width="medium"
                    value={group ?? everything}
                    onChange={(chosen) => choose('groep', chosen === everything ? null : chosen)}
                    options={[
                      { value: everything, label: t('gatherings.list.allGroups') },
                      ...listed.groups.map(({ id, name }) => ({ value: id, label: name })),
                      { value: 'association', label: t('gatherings.everybody') },
                    ]}
                  />
                </div>
              )}
              <Lists listed={listed} onYear={(chosen) => choose('jaar', chosen)} />
            </>
          )
        }
      </Answered>
      {isPlanning && (
        <PlanDialog
          group={group}
          onClose={() => setPlanning(false)}
          onPlanned={(id) => navigate(paths.gathering(id))}
        />
      )}
    </Page>
  )
}

const isEmpty = ({ planned, toRecord, years }: Listed) =>
  planned.length === 0 && toRecord.length === 0 && years.length === 0

function Lists({ listed, onYear }: { readonly listed: Listed; readonly onYear: (year: string) => void }) {
  const { t } = useTranslation()
  const followUps = useQuery(api.followUps.list, { closed: false })
  const { today, planned, toRecord, past, year } = listed
  // A year that only has plans was not yet.
  const years = listed.years.filter((each) => each <= partsOf(today).year)
  // With one group it is always the same one.
  const withGroups = listed.groups.length > 1
  return (
    <>
      {toRecord.length > 0 && (
        <Section title={t('gatherings.list.toRecord')}>
          <GatheringsTable kind="toRecord" gatherings={toRecord} today={today} withGroups={withGroups} />
        </Section>
      )}
      <Section title={t('gatherings.list.planned')}>
        {planned.length > 0 ? (
          <GatheringsTable kind="planned" gatherings={planned} today={today} withGroups={withGroups} />
        ) : (
          <p className="soft">{t('gatherings.list.noPlanned')}</p>
        )}
      </Section>
      {followUps.state === 'ready' && followUps.value.open.length > 0 && (
        <Section title={t('gatherings.list.contact')} isOffPaper>
          <FollowUpList followUps={followUps.value.open} today={followUps.value.today} withPerson />
        </Section>
      )}
      <Section
        title={t('gatherings.list.past', { year: String(year) })}
        action={
          years.length > 1 && (
            <ChoiceGroup
              label={t('gatherings.list.year')}
              isLabelHidden
              value={String(year)}
              onChange={onYear}
              choices={years.map((each) => ({ value: String(each), label: String(each) }))}
            />
          )
        }
      >
        {past.length > 0 ? (
          <GatheringsTable kind="past" gatherings={past} today={today} withGroups={withGroups} />
        ) : (
          <p className="soft">{t('gatherings.list.noPast', { year: String(year) })}</p>
        )}
        {past.length > 0 && (
          <div className={styles.after}>
            <ExportButton wanted={{ list: 'gatherings', year }} />
            <Button icon="print" onPress={() => print()}>
              {t('app.print')}
            </Button>
          </div>
        )}
      </Section>
    </>
  )
}
