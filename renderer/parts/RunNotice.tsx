import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { later } from '../components/later.tsx'
import { Notice } from '../components/Notice.tsx'
import { api } from '../data/api.ts'
import { useQuery } from '../data/use-query.ts'

const RunDialog = later(async () => (await import('./RunDialog.tsx')).RunDialog)

/** Says that dues can be brought up to date; nothing when they are. */
export function RunNotice() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const preview = useQuery(api.dues.previewRun, {})
  if (preview.state !== 'ready') return null
  const { people, allocated } = preview.value
  if (people === 0 && allocated.count === 0 && !isOpen) return null
  return (
    <>
      {(people > 0 || allocated.count > 0) && (
        <Notice kind="att" action={<Button onPress={() => setOpen(true)}>{t('dues.run.open')}</Button>}>
          {people > 0 ? t('dues.run.notice', { count: people }) : t('dues.run.noticeCredit')}
        </Notice>
      )}
      {isOpen && <RunDialog preview={preview.value} onClose={() => setOpen(false)} />}
    </>
  )
}
