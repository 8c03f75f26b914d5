import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Columns } from '../../components/Columns.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines, LineTitle } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { IntakeFacts } from './IntakeFacts.tsx'
import type { Intake } from './use-pair-words.ts'

const IntakeDialog = later(async () => (await import('./IntakeDialog.tsx')).IntakeDialog)

type Shown = Awaited<ReturnType<Api['pairs']['programme']>>

/** Who waits, the two sides beside each other, longest first. */
export function WaitingList({ shown }: { readonly shown: Shown }) {
  const { t } = useTranslation()
  const [changing, setChanging] = useState<Intake>()
  const { programme, waiting } = shown
  if (waiting.length === 0) return <p className="soft">{t('pairs.waiting.none')}</p>
  return (
    <>
      <Columns>
        {(['a', 'b'] as const).map((side) => (
          <div key={side}>
            <h3>
              <bdi>{side === 'a' ? programme.aName : programme.bName}</bdi>
            </h3>
            <Lines>
              {waiting
                .filter((intake) => intake.side === side)
                .map((intake) => (
                  <OneWaiting key={intake.id} intake={intake} onChange={() => setChanging(intake)} />
                ))}
            </Lines>
          </div>
        ))}
      </Columns>
      {changing && <IntakeDialog {...shown} intake={changing} onClose={() => setChanging(undefined)} />}
    </>
  )
}

function OneWaiting({ intake, onChange }: { readonly intake: Intake; readonly onChange: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const withdraw = useCommand(api.pairs.withdrawIntake)
  const { name } = intake.party
  return (
    <Line
      isOffPaper={intake.party.isRestricted}
      verbs={
        <>
          <Button kind="plain" label={t('pairs.waiting.changeLabel', { name })} onPress={onChange}>
            {t('pairs.waiting.change')}
          </Button>
          <Button
            kind="plain"
            isBusy={withdraw.isRunning}
            label={t('pairs.waiting.withdrawLabel', { name })}
            onPress={() => void withdraw.run({ id: intake.id })}
          >
            {t('pairs.waiting.withdraw')}
          </Button>
          <FormError text={withdraw.formError} />
        </>
      }
    >
      <LineTitle>
        <bdi>{name}</bdi>
      </LineTitle>
      <p className="soft small">{t('pairs.waiting.since', { day: format.day(intake.day, 'short') })}</p>
      <IntakeFacts intake={intake} />
    </Line>
  )
}
