import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines, LineTitle } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { Status } from '../../components/Status.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import type { Helping, HelpJob } from '../../parts/help-draft.ts'

const JobDialog = later(async () => (await import('./JobDialog.tsx')).JobDialog)
const JobDoneDialog = later(async () => (await import('./JobDialog.tsx')).JobDoneDialog)

/** Jobs at one house: what is planned first, then what was. */
export function JobList({ jobs, groups, today }: Pick<Helping, 'jobs' | 'groups' | 'today'>) {
  const { t } = useTranslation()
  return (
    <>
      <p className="soft measure">{t('mutualHelp.jobs.about')}</p>
      {jobs.length === 0 ? (
        <p className="soft">{t('mutualHelp.jobs.none')}</p>
      ) : (
        <Lines>
          {jobs.map((job) => (
            <Line key={job.id} verbs={<JobVerbs job={job} groups={groups} today={today} />}>
              <JobText job={job} today={today} />
            </Line>
          ))}
        </Lines>
      )}
    </>
  )
}

function JobText({ job, today }: { readonly job: HelpJob; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const first = format.dayNear(job.firstDay, today)
  const facts = [
    job.lastDay === null ? first : t('mutualHelp.jobs.days', { first, last: format.dayNear(job.lastDay, today) }),
    job.person && t('mutualHelp.jobs.at', { name: job.person.name }),
    job.place,
    job.groupName,
  ].filter((fact) => fact !== null)
  return (
    <>
      <LineTitle>
        <bdi>{job.title}</bdi>
      </LineTitle>
      <p className="soft small">
        <bdi>{facts.join(' · ')}</bdi>
      </p>
      <p>
        {job.team.length === 0
          ? t('mutualHelp.jobs.noTeam')
          : t('mutualHelp.jobs.team', { names: format.list(job.team.map(({ name }) => name)) })}
      </p>
      {job.isOver && <Status kind="att">{t('mutualHelp.jobs.over')}</Status>}
      {job.state === 'afgelast' && <Status kind="no">{t('mutualHelp.jobs.cancelled')}</Status>}
      {job.state === 'gedaan' && (
        <Status kind="ok" wraps>
          {job.grewInto === null ? t('mutualHelp.states.gedaan') : t(`mutualHelp.growths.${job.grewInto}`)}
        </Status>
      )}
    </>
  )
}

function JobVerbs({ job, groups, today }: { readonly job: HelpJob } & Pick<Helping, 'groups' | 'today'>) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<'change' | 'done'>()
  const set = useCommand(api.mutualHelp.setJobState)
  const remove = useCommand(api.mutualHelp.removeJob)
  const { id, title, state } = job
  const close = () => setOpened(undefined)
  return (
    <>
      {state === 'gepland' && job.firstDay <= today && (
        <Button kind="plain" label={t('mutualHelp.jobs.doneLabel', { title })} onPress={() => setOpened('done')}>
          {t('mutualHelp.jobs.done')}
        </Button>
      )}
      <Button kind="plain" label={t('mutualHelp.jobs.changeLabel', { title })} onPress={() => setOpened('change')}>
        {t('mutualHelp.jobs.change')}
      </Button>
      {state === 'gepland' && (
        <Button
          kind="plain"
          isBusy={set.isRunning}
          label={t('mutualHelp.jobs.cancelLabel', { title })}
          onPress={() => void set.run({ id, state: 'afgelast', grewInto: null })}
        >
          {t('mutualHelp.jobs.cancel')}
        </Button>
      )}
      {state === 'afgelast' && (
        <Button
          kind="plain"
          isBusy={set.isRunning}
          label={t('mutualHelp.jobs.againLabel', { title })}
          onPress={() => void set.run({ id, state: 'gepland', grewInto: null })}
        >
          {t('mutualHelp.jobs.again')}
        </Button>
      )}
      {state !== 'gepland' && (
        <Button
          kind="plain"
          isBusy={remove.isRunning}
          label={t('mutualHelp.jobs.removeLabel', { title })}
          onPress={() => void remove.run({ id })}
        >
          {t('mutualHelp.jobs.remove')}
        </Button>
      )}
      <FormError text={set.formError ?? remove.formError} />

      {opened === 'change' && <JobDialog job={job} groups={groups} onClose={close} />}
      {opened === 'done' && <JobDoneDialog job={job} onClose={close} />}
    </>
  )
}
