import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '../../components/Button.tsx'
import { Columns } from '../../components/Columns.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { Icon } from '../../components/Icon.tsx'
import { Page } from '../../components/Page.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FirstSteps } from './FirstSteps.tsx'
import { NextGathering } from './NextGathering.tsx'
import styles from './Overview.module.css'
import { ThisYear } from './ThisYear.tsx'
import { Turnout } from './Turnout.tsx'
import { groupTasks, type TaskTime } from './task-time.ts'
import { type Task, useTasks } from './use-tasks.ts'

export type Overview = Awaited<ReturnType<Api['overview']['get']>>
/** Who is behind with dues; null when nobody is. */
export type OpenDues = Awaited<ReturnType<Api['overview']['openDues']>>

/** Dues that can be brought up to date; null when they are. */
export type DuesRun = Awaited<ReturnType<Api['overview']['duesRun']>>

/** What waits for the treasurer; null while dues are off. */
export type Money = Awaited<ReturnType<Api['overview']['money']>>

/** What the modules of this book ask attention for. */
export type ModuleTasks = Awaited<ReturnType<Api['overview']['moduleTasks']>>

/** What asks attention, and how it goes this year. */
export function OverviewScreen() {
  const { t } = useTranslation()
  const format = useFormat()
  const answer = useQuery(api.overview.get, {})
  // A book may be about organisations or initiatives only, and have nobody in it.
  const ofModules = useQuery(api.overview.moduleTasks, {})
  const hasTasks = ofModules.state === 'ready' && ofModules.value.length > 0
  return (
    <Page
      title={t('overview.title')}
      sub={answer.state === 'ready' && capitalize(format.day(answer.value.today, 'full'))}
    >
      <Answered of={answer}>
        {(overview) =>
          overview.begun.people || hasTasks ? <Filled overview={overview} /> : <FirstSteps begun={overview.begun} />
        }
      </Answered>
    </Page>
  )
}

function Filled({ overview }: { readonly overview: Overview }) {
  return (
    <Columns kind="lead">
      <Attention overview={overview} />
      <div>
        <NextGathering gathering={overview.next} today={overview.today} />
        <ThisYear overview={overview} />
        <Turnout gatherings={overview.turnout} today={overview.today} />
      </div>
    </Columns>
  )
}

/** Each thing with its reason and one verb, most urgent first; the first one has the green button. */
function Attention({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation()
  const dues = useQuery(api.overview.openDues, {})
  const money = useQuery(api.overview.money, {})
  const ofModules = useQuery(api.overview.moduleTasks, {})
  const duesRun = useQuery(api.overview.duesRun, {})
  const tasks = useTasks(overview, {
    dues: dues.state === 'ready' ? dues.value : null,
    money: money.state === 'ready' ? money.value : null,
    ofModules: ofModules.state === 'ready' ? ofModules.value : [],
    duesRun: duesRun.state === 'ready' ? duesRun.value : null,
  })
  const groups = groupTasks(tasks)
  return (
    <Section title={t('overview.attention.title')} isRuled>
      {groups.map(({ time, tasks: ofGroup }) =>
        time === null ? (
          <TaskList key="all" tasks={ofGroup} first={tasks[0]} />
        ) : (
          <TaskPart key={time} time={time} count={ofGroup.length}>
            <TaskList tasks={ofGroup} first={groups[0]?.tasks[0]} />
          </TaskPart>
        ),
      )}
      {/* Not before everything is known. */}
      {[dues, money, ofModules, duesRun].every(({ state }) => state === 'ready') && (
        <p className={styles.rest}>
          <Status kind={tasks.length === 0 ? 'ok' : 'no'} icon="check" wraps>
            {t(tasks.length === 0 ? 'overview.attention.nothing' : 'overview.attention.nothingElse')}
          </Status>
        </p>
      )}
    </Section>
  )
}

interface TaskPartProps {
  readonly time: TaskTime
  readonly count: number
  readonly children: ReactNode
}

/** What has time waits folded, so that the list of today is not a wall. */
function TaskPart({ time, count, children }: TaskPartProps) {
  const { t } = useTranslation()
  if (time === 'later')
    return (
      <div className={styles.later}>
        <Disclosure title={t('overview.when.later', { count })}>{children}</Disclosure>
      </div>
    )
  return (
    <>
      <p className={styles.when}>{t(`overview.when.${time}`)}</p>
      {children}
    </>
  )
}

interface TaskListProps {
  readonly tasks: readonly Task[]
  /** The one with the green button. */
  readonly first: Task | undefined
}

function TaskList({ tasks, first }: TaskListProps) {
  return (
    <ul className={styles.tasks}>
      {tasks.map((task) => (
        <li key={task.key}>
          <Icon name="attention" className={styles.symbol} />
          <div>
            <h3 dir="auto">{task.title}</h3>
            {task.reason && (
              <p className="soft" dir="auto">
                {task.reason}
              </p>
            )}
          </div>
          <div className={styles.verb}>
            <LinkButton kind={task === first ? 'main' : 'outlined'} href={task.href}>
              {task.verb}
              {/* Several verbs read alike: say of what it is. */}
              <span className="hide">: {task.title}</span>
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  )
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
