import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Form, FormError } from '../../components/Form.tsx'
import { Line, Lines, LineTitle } from '../../components/Lines.tsx'
import { PhoneText } from '../../components/PhoneText.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { type HelpRequest, useHelpWords } from '../../parts/help-draft.ts'
import { PersonPicker, type PickedPerson } from '../../parts/PersonPicker.tsx'
import styles from './Helping.module.css'

type Matches = Awaited<ReturnType<Api['mutualHelp']['matches']>>

export interface MatchDialogProps {
  readonly request: HelpRequest
  readonly onClose: () => void
}

/** Who offered this and could be asked, nearest first, each with the reason in words; or somebody else who says yes. */
export function MatchDialog({ request, onClose }: MatchDialogProps) {
  const { t } = useTranslation()
  const words = useHelpWords()
  const matches = useQuery(api.mutualHelp.matches, { requestId: request.id })
  return (
    <Dialog
      title={t('mutualHelp.matches.title')}
      sub={t('mutualHelp.matches.for', { category: words.what(request), name: words.name(request.person) })}
      onClose={onClose}
      size="wide"
    >
      <Answered of={matches}>
        {(found) => (
          <>
            {found.helpers.length === 0 ? (
              <p>{t('mutualHelp.matches.none')}</p>
            ) : (
              <Lines>
                {found.helpers.map((helper) => (
                  <Match key={helper.personId} helper={helper} requestId={request.id} onClose={onClose} />
                ))}
              </Lines>
            )}
            {found.resting > 0 && <p className="soft">{t('mutualHelp.matches.someRest', { count: found.resting })}</p>}
            {found.restricted > 0 && <p className="soft">{t('rights.leftOut', { count: found.restricted })}</p>}
            {found.otherTimes > 0 && (
              <p className="soft">{t('mutualHelp.matches.otherTimes', { count: found.otherTimes })}</p>
            )}
          </>
        )}
      </Answered>
      <SomebodyElse request={request} onClose={onClose} />
    </Dialog>
  )
}

interface MatchProps {
  readonly helper: Matches['helpers'][number]
  readonly requestId: string
  readonly onClose: () => void
}

function Match({ helper, requestId, onClose }: MatchProps) {
  const { t } = useTranslation()
  const words = useHelpWords()
  const propose = useCommand(api.mutualHelp.propose)
  const agree = useCommand(api.mutualHelp.agree)
  const choose = async (command: typeof propose | typeof agree) => {
    const outcome = await command.run({ id: requestId, personId: helper.personId })
    if (outcome.ok) onClose()
  }
  const facts = [
    t(`mutualHelp.nearness.${helper.nearness}`),
    t('mutualHelp.matches.when', { times: words.times(helper.times) }),
    helper.perMonth === null ? '' : t('mutualHelp.matches.limit', { count: helper.perMonth, done: helper.thatMonth }),
  ]
  return (
    <Line
      verbs={
        <>
          <Button
            kind="plain"
            isBusy={propose.isRunning}
            label={t('mutualHelp.matches.askLabel', { name: helper.name })}
            onPress={() => void choose(propose)}
          >
            {t('mutualHelp.matches.ask')}
          </Button>
          <Button
            kind="plain"
            isBusy={agree.isRunning}
            label={t('mutualHelp.matches.agreeLabel', { name: helper.name })}
            onPress={() => void choose(agree)}
          >
            {t('mutualHelp.matches.agree')}
          </Button>
        </>
      }
    >
      <LineTitle>
        <bdi>{helper.name}</bdi> <bdi className="soft">{helper.address}</bdi>
      </LineTitle>
      <p>{facts.filter((fact) => fact !== '').join(' · ')}</p>
      {helper.words && (
        <p className="soft">
          <bdi>{helper.words}</bdi>
        </p>
      )}
      {helper.phone && (
        <p className="soft">
          {t('mutualHelp.matches.phone')} <PhoneText phone={helper.phone} />
        </p>
      )}
      <FormError text={propose.formError ?? agree.formError} />
    </Line>
  )
}

function SomebodyElse({ request, onClose }: MatchDialogProps) {
  const { t } = useTranslation()
  const agree = useCommand(api.mutualHelp.agree)
  const [person, setPerson] = useState<PickedPerson | null>(null)
  const submit = async () => {
    const outcome = await agree.run({ id: request.id, personId: person?.id ?? null })
    if (outcome.ok) onClose()
  }
  return (
    <div className={styles.other}>
      <Form
        onSubmit={submit}
        error={agree.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={agree.isRunning}>
              {t('mutualHelp.matches.save')}
            </Button>
          </>
        }
      >
        <PersonPicker
          label={t('mutualHelp.matches.other')}
          hint={t('mutualHelp.matches.otherHint')}
          value={person}
          onChange={setPerson}
          except={request.person ? [request.person.id] : []}
          error={agree.fieldError('personId')}
        />
      </Form>
    </div>
  )
}
