import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { later } from '../../components/later.tsx'
import { Status } from '../../components/Status.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import type { InitiativePage } from './InitiativeDialog.tsx'

const SignUpDialog = later(async () => (await import('./SignUpDialog.tsx')).SignUpDialog)

export type SignUp = InitiativePage['signUps'][number]

/** So many are shown at once. */
const shownAtFirst = 10

/** Who joined, by what they heard of it, and whether they are still there after a year. */
export function SignUps({ initiative }: { readonly initiative: InitiativePage }) {
  const { t } = useTranslation()
  const save = useCommand(api.initiatives.saveSignUp)
  const [edited, setEdited] = useState<SignUp | 'new' | null>(null)
  const [showsAll, setShowsAll] = useState(false)
  const { signUps, today } = initiative
  const stillActive = ({ id, day, source, area, organisationId, personId, knownAs, leftDay }: SignUp) =>
    void save.run({
      ...{ id, day, source, area, organisationId, personId, knownAs, leftDay },
      initiativeId: initiative.id,
      seenDay: today,
    })
  return (
    <div className="stack">
      {signUps.length === 0 ? (
        <p className="soft">{t('initiatives.signUp.none')}</p>
      ) : (
        <>
          <p>{t('initiatives.signUp.count', { count: signUps.length })}</p>
          <TitledLines label={t('initiatives.signUp.title')}>
            {(showsAll ? signUps : signUps.slice(0, shownAtFirst)).map((signUp) => (
              <OneSignUp
                key={signUp.id}
                signUp={signUp}
                onSeen={() => stillActive(signUp)}
                onChange={() => setEdited(signUp)}
              />
            ))}
          </TitledLines>
        </>
      )}
      <FormError text={save.formError} />
      <div className="cluster">
        {!showsAll && signUps.length > shownAtFirst && (
          <Button onPress={() => setShowsAll(true)}>{t('initiatives.signUp.all', { count: signUps.length })}</Button>
        )}
        <Button icon="plus" onPress={() => setEdited('new')}>
          {t('initiatives.signUp.add')}
        </Button>
      </div>
      {edited !== null && (
        <SignUpDialog
          initiative={initiative}
          signUp={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </div>
  )
}

interface OneSignUpProps {
  readonly signUp: SignUp
  readonly onSeen: () => void
  readonly onChange: () => void
}

function OneSignUp({ signUp, onSeen, onChange }: OneSignUpProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const name = signUp.personName ?? signUp.knownAs ?? t('initiatives.signUp.unnamed', { day: format.day(signUp.day) })
  // Without a name it is called by its day, which is not said twice.
  const isUnnamed = signUp.personName === null && signUp.knownAs === null
  const state = signUp.afterYear
  return (
    <TitledLine
      title={<bdi>{name}</bdi>}
      verbs={
        <>
          {state === 'navragen' && (
            <Button kind="plain" label={t('initiatives.signUp.seenOf', { name })} onPress={onSeen}>
              {t('initiatives.signUp.seen')}
            </Button>
          )}
          <RowVerbs name={name} id={signUp.id} remove={api.initiatives.removeSignUp} onChange={onChange} />
        </>
      }
    >
      <div className="soft">
        {[isUnnamed ? '' : format.day(signUp.day), signUp.source, signUp.area, signUp.organisationName]
          .filter(Boolean)
          .join(', ')}
      </div>
      {state === 'wacht' ? (
        <div className="soft">{t('initiatives.signUp.states.wacht', { day: format.day(signUp.yearDay) })}</div>
      ) : (
        <Status kind={state === 'gebleven' ? 'ok' : state === 'navragen' ? 'att' : 'no'} wraps>
          {t(`initiatives.signUp.states.${state}`, { day: format.day(signUp.yearDay) })}
        </Status>
      )}
    </TitledLine>
  )
}
