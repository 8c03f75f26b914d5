import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Page } from '../../components/Page.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useDownload } from '../../data/use-download.ts'
import { useQuery } from '../../data/use-query.ts'
import { CareLock } from '../../parts/CareLock.tsx'
import { PaperPreview, printPaper } from '../../parts/PaperPreview.tsx'
import { useCareLock } from '../../parts/use-care-lock.ts'
import { useModules } from '../../parts/use-modules.ts'

/** Everything that is kept of one person, to read with them, to print and to give along. */
export function AccessScreen() {
  const { t } = useTranslation()
  const { id: personId = '' } = useParams<{ id: string }>()
  const lock = useCareLock()
  const keeps = useModules()
  const isOpen = lock.state === 'ready' && lock.value.isOpen
  const isShut = lock.state === 'ready' && !lock.value.isOpen
  const access = useQuery(api.rights.access, { personId, withCare: isOpen }, { isWanted: lock.state === 'ready' })
  const make = useCommand(api.rights.accessFile)
  const download = useDownload()
  const frame = useRef<HTMLIFrameElement>(null)
  const save = async (format: 'html' | 'json') => {
    const outcome = await make.run({ personId, format })
    if (outcome.ok) download(outcome.value.file)
  }
  const waitsForCare = isShut && keeps('care')
  return (
    <Page
      title={t('rights.access.screenTitle')}
      back={{ href: paths.person(personId), label: t('rights.access.back') }}
      actions={
        <>
          <Button icon="page" isBusy={make.isRunning} onPress={() => void save('html')}>
            {t('rights.access.saveHtml')}
          </Button>
          <Button icon="giveOut" isBusy={make.isRunning} onPress={() => void save('json')}>
            {t('rights.access.saveJson')}
          </Button>
          <Button {...(!waitsForCare && { kind: 'main' })} icon="print" onPress={() => printPaper(frame)}>
            {t('rights.access.print')}
          </Button>
        </>
      }
    >
      <FormError text={make.formError} />
      <div className="stack">
        {/* Beside the answer, not in it: the lock forgets that answer whenever it begins to look. */}
        {waitsForCare && (
          <Notice kind="att">
            <p>{t('rights.access.locked')}</p>
            <CareLock>{null}</CareLock>
          </Notice>
        )}
        <Answered of={access}>{(paper) => <PaperPreview paper={paper} frame={frame} />}</Answered>
      </div>
    </Page>
  )
}
