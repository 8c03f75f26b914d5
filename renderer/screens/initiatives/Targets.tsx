import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { Disclosure } from '../../components/Disclosure.tsx'
import { later } from '../../components/later.tsx'
import { TitledLine, TitledLines } from '../../components/TitledLines.tsx'
import { api } from '../../data/api.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { RowVerbs } from '../../parts/RowVerbs.tsx'
import type { InitiativePage } from './InitiativeDialog.tsx'
import styles from './Initiatives.module.css'
import { useTargetWords } from './use-target-words.ts'
import { VerdictStatus } from './VerdictStatus.tsx'

const TargetDialog = later(async () => (await import('./TargetDialog.tsx')).TargetDialog)
const MeasurementDialog = later(async () => (await import('./MeasurementDialog.tsx')).MeasurementDialog)

export type TargetView = InitiativePage['targetList'][number]
export type Measurement = TargetView['measurements'][number]

type Shown =
  | { readonly kind: 'target'; readonly target: TargetView | null }
  | { readonly kind: 'measurement'; readonly target: TargetView; readonly measurement: Measurement | null }

/** By what people will know that it worked: every condition apart, with what is lacking. */
export function Targets({ initiative }: { readonly initiative: InitiativePage }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Shown | null>(null)
  return (
    <div className="stack">
      {initiative.targetList.length === 0 ? (
        <p className="soft">{t('initiatives.target.none')}</p>
      ) : (
        <TitledLines label={t('initiatives.target.title')}>
          {initiative.targetList.map((target) => (
            <OneTarget key={target.id} target={target} onShow={setShown} />
          ))}
        </TitledLines>
      )}
      <div>
        <Button icon="plus" onPress={() => setShown({ kind: 'target', target: null })}>
          {t('initiatives.target.add')}
        </Button>
      </div>

      {shown?.kind === 'target' && (
        <TargetDialog initiativeId={initiative.id} target={shown.target} onClose={() => setShown(null)} />
      )}
      {shown?.kind === 'measurement' && (
        <MeasurementDialog
          target={shown.target}
          measurement={shown.measurement}
          today={initiative.today}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  )
}

function OneTarget({ target, onShow }: { readonly target: TargetView; readonly onShow: (shown: Shown) => void }) {
  const { t } = useTranslation()
  const words = useTargetWords()
  const { judgement } = target
  return (
    <TitledLine
      title={target.what}
      verbs={
        <>
          {target.source === 'metingen' && (
            <Button
              kind="plain"
              label={t('initiatives.measurement.addOf', { name: target.what })}
              onPress={() => onShow({ kind: 'measurement', target, measurement: null })}
            >
              {t('initiatives.measurement.add')}
            </Button>
          )}
          <RowVerbs
            name={target.what}
            id={target.id}
            remove={api.initiatives.removeTarget}
            onChange={() => onShow({ kind: 'target', target })}
          />
        </>
      }
    >
      <div className="soft">{words.asks(target)}</div>
      <VerdictStatus verdict={judgement.verdict}>{words.stands(target)}</VerdictStatus>
      {judgement.lacks.length > 0 && (
        <ul className={styles.lacks}>
          {words.lacks(target).map((lack) => (
            <li key={lack}>{lack}</li>
          ))}
        </ul>
      )}
      {target.measurements.length > 0 && (
        <Disclosure title={t('initiatives.measurement.all', { count: target.measurements.length })}>
          <Measurements target={target} onShow={onShow} />
        </Disclosure>
      )}
    </TitledLine>
  )
}

function Measurements({ target, onShow }: { readonly target: TargetView; readonly onShow: (shown: Shown) => void }) {
  const format = useFormat()
  const words = useTargetWords()
  return (
    <TitledLines>
      {target.measurements.map((measurement) => {
        const said = words.measured(target, measurement)
        return (
          <TitledLine
            key={measurement.id}
            title={said}
            verbs={
              <RowVerbs
                name={`${said}, ${format.day(measurement.day)}`}
                id={measurement.id}
                remove={api.initiatives.removeMeasurement}
                onChange={() => onShow({ kind: 'measurement', target, measurement })}
              />
            }
          >
            <div className="soft">{[format.day(measurement.day), measurement.source].filter(Boolean).join(', ')}</div>
          </TitledLine>
        )
      })}
    </TitledLines>
  )
}
