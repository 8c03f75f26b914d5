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
import { type Helping, type HelpRequest, useHelpWords } from '../../parts/help-draft.ts'

const ActDialog = later(async () => (await import('./ActDialog.tsx')).ActDialog)
const MatchDialog = later(async () => (await import('./MatchDialog.tsx')).MatchDialog)
const RequestDialog = later(async () => (await import('./RequestDialog.tsx')).RequestDialog)

export interface RequestListProps {
  readonly requests: readonly HelpRequest[]
  readonly groups: Helping['groups']
  readonly today: string
}

/** What somebody still waits for, the first wanted first, and what can be done about it. */
export function RequestList({ requests, groups, today }: RequestListProps) {
  const { t } = useTranslation()
  if (requests.length === 0) return <p className="soft">{t('mutualHelp.requests.none')}</p>
  return (
    <Lines>
      {requests.map((request) => (
        <Line key={request.id} verbs={<RequestVerbs request={request} groups={groups} />}>
          <RequestText request={request} today={today} />
        </Line>
      ))}
    </Lines>
  )
}

function RequestText({ request, today }: { readonly request: HelpRequest; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useHelpWords()
  const facts = [
    request.groupName,
    request.wantedBy && t('mutualHelp.requests.wantedBy', { day: format.dayNear(request.wantedBy, today) }),
    request.wantedTime && t(`mutualHelp.times.${request.wantedTime}`).toLowerCase(),
    request.lasting && t('mutualHelp.requests.lasting'),
    request.askedBy && t('mutualHelp.requests.askedBy', { name: request.askedBy.name }),
    t('mutualHelp.requests.since', { day: format.day(request.askedDay, 'short') }),
  ].filter((fact) => typeof fact === 'string')
  return (
    <>
      <LineTitle>
        <bdi>{t('mutualHelp.requests.what', { category: words.what(request), name: words.name(request.person) })}</bdi>
      </LineTitle>
      {request.words && (
        <p>
          <bdi>{request.words}</bdi>
        </p>
      )}
      <p className="soft small">
        <bdi>{facts.join(' · ')}</bdi>
      </p>
      <p>
        <Status kind={request.state === 'afgesproken' ? 'ok' : 'no'} icon={icons[request.state]} wraps>
          {t(`mutualHelp.states.${request.state}`, { name: words.nameFirst(request.helper) })}
        </Status>{' '}
        {request.isLate && <Status kind="att">{t('mutualHelp.requests.late')}</Status>}
      </p>
    </>
  )
}

const icons = {
  open: 'circle',
  voorgesteld: 'circle',
  afgesproken: 'check',
  gedaan: 'check',
  ingetrokken: 'minus',
  niet_gelukt: 'minus',
} as const

function RequestVerbs({ request, groups }: { readonly request: HelpRequest; readonly groups: Helping['groups'] }) {
  const { t } = useTranslation()
  const words = useHelpWords()
  const [opened, setOpened] = useState<'find' | 'done' | 'change'>()
  const agree = useCommand(api.mutualHelp.agree)
  const decline = useCommand(api.mutualHelp.decline)
  const end = useCommand(api.mutualHelp.closeRequest)
  const { id, state } = request
  const close = () => setOpened(undefined)
  const what = t('mutualHelp.requests.what', { category: words.what(request), name: words.name(request.person) })
  const name = words.name(request.helper)
  return (
    <>
      {state === 'open' && (
        <Button kind="plain" label={t('mutualHelp.requests.findLabel', { what })} onPress={() => setOpened('find')}>
          {t('mutualHelp.requests.find')}
        </Button>
      )}
      {state === 'voorgesteld' && (
        <Button
          kind="plain"
          isBusy={agree.isRunning}
          label={t('mutualHelp.requests.agreeLabel', { name, what })}
          onPress={() => void agree.run({ id, personId: request.helper?.id ?? null })}
        >
          {t('mutualHelp.requests.agree')}
        </Button>
      )}
      {state !== 'voorgesteld' && (
        <Button kind="plain" label={t('mutualHelp.requests.doneLabel', { what })} onPress={() => setOpened('done')}>
          {t('mutualHelp.requests.done')}
        </Button>
      )}
      {state !== 'open' && (
        <Button
          kind="plain"
          isBusy={decline.isRunning}
          label={t('mutualHelp.requests.declineLabel', { name, what })}
          onPress={() => void decline.run({ id })}
        >
          {t('mutualHelp.requests.decline')}
        </Button>
      )}
      <Button kind="plain" label={t('mutualHelp.requests.changeLabel', { what })} onPress={() => setOpened('change')}>
        {t('mutualHelp.requests.change')}
      </Button>
      <Button
        kind="plain"
        isBusy={end.isRunning}
        label={t('mutualHelp.requests.withdrawLabel', { what })}
        onPress={() => void end.run({ id, as: 'ingetrokken' })}
      >
        {t('mutualHelp.requests.withdraw')}
      </Button>
      {state === 'open' && (
        <Button
          kind="plain"
          isBusy={end.isRunning}
          label={t('mutualHelp.requests.failLabel', { what })}
          onPress={() => void end.run({ id, as: 'niet_gelukt' })}
        >
          {t('mutualHelp.requests.fail')}
        </Button>
      )}
      <FormError text={agree.formError ?? decline.formError ?? end.formError} />

      {opened === 'find' && <MatchDialog request={request} onClose={close} />}
      {opened === 'done' && <ActDialog act={null} request={request} groups={groups} onClose={close} />}
      {opened === 'change' && <RequestDialog request={request} groups={groups} onClose={close} />}
    </>
  )
}
