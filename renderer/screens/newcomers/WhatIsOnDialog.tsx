import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { copyText } from '../../components/copy-text.ts'
import { Dialog } from '../../components/Dialog.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines } from '../../components/Lines.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import styles from './Newcomers.module.css'

type On = Awaited<ReturnType<Api['newcomers']['whatIsOn']>>

export interface WhatIsOnDialogProps {
  readonly personId: string
  readonly name: string
  readonly today: string
  readonly onClose: () => void
}

/** What is on for somebody new: to copy into a message, or to tell where reading is not the way. Then that it was told. */
export function WhatIsOnDialog({ personId, name, today, onClose }: WhatIsOnDialogProps) {
  const { t } = useTranslation()
  const on = useQuery(api.newcomers.whatIsOn, { personId })
  const mark = useCommand(api.newcomers.markStep)
  const tell = async () => {
    const outcome = await mark.run({ personId, step: 'informed', day: today })
    if (outcome.ok) onClose()
  }
  return (
    <Dialog title={t('newcomers.on.title')} sub={t('newcomers.on.for', { name })} onClose={onClose}>
      <Answered of={on}>{(found) => <Gatherings on={found} name={name} today={today} />}</Answered>
      <FormError text={mark.formError} />
      <div className={styles.after}>
        <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
        <Button kind="main" isBusy={mark.isRunning} onPress={() => void tell()}>
          {t('newcomers.on.told')}
        </Button>
      </div>
    </Dialog>
  )
}

function Gatherings({ on, name, today }: { readonly on: On; readonly name: string; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [isCopied, setCopied] = useState(false)
  const lines = on.gatherings.map(({ title, day, startTime, place }) => {
    const when = format.dayNear(day, today)
    const line =
      startTime === null
        ? t('newcomers.on.line', { day: when, title })
        : t('newcomers.on.lineTime', { day: when, time: format.time(startTime), title })
    return place === null ? line : t('newcomers.on.at', { line, place })
  })
  const tellsAloud = on.preferredContact === 'bellen' || on.preferredContact === 'langsgaan'
  return (
    <>
      {tellsAloud && <Notice>{t('newcomers.on.call', { name })}</Notice>}
      {lines.length === 0 ? (
        <p>{t('newcomers.on.none')}</p>
      ) : (
        <>
          <Lines>
            {on.gatherings.map(({ id }, at) => (
              <Line key={id}>
                <bdi>{lines[at]}</bdi>
              </Line>
            ))}
          </Lines>
          <div className={styles.after}>
            <Button onPress={() => void copyText(lines.join('\n')).then(setCopied)}>{t('newcomers.on.copy')}</Button>
          </div>
          <p role="status">{isCopied && t('newcomers.on.copied')}</p>
        </>
      )}
    </>
  )
}
