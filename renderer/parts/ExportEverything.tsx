import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { FormError } from '../components/Form.tsx'
import { Status } from '../components/Status.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useDownload } from '../data/use-download.ts'

/** The way out: the whole book as plain lists, in one file. */
export function ExportEverything() {
  const { t } = useTranslation()
  const make = useCommand(api.exports.everything)
  const download = useDownload()
  const [done, setDone] = useState<{ name: string; tables: number; rows: number }>()
  const save = async () => {
    setDone(undefined)
    const outcome = await make.run({})
    if (!outcome.ok) return
    download(outcome.value.file)
    setDone(outcome.value)
  }
  return (
    <>
      <div className="cluster">
        <Button icon="giveOut" isBusy={make.isRunning} onPress={() => void save()}>
          {t('exports.everything.button')}
        </Button>
        <span role="status">
          {make.isRunning && <span className="soft">{t('exports.everything.busy')}</span>}
          {done && (
            <Status kind="ok" wraps>
              {t('settings.place.everythingDone', done)}
            </Status>
          )}
        </span>
      </div>
      <FormError text={make.formError} />
    </>
  )
}
