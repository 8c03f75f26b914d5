import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { Page } from '../../components/Page.tsx'
import { CareLock, CloseCareButton } from '../../parts/CareLock.tsx'
import { LockNotice } from '../../parts/LockNotice.tsx'
import { PartNotice } from '../../parts/PartNotice.tsx'
import { SectionTabs } from '../../parts/SectionTabs.tsx'
import { SignalDialog } from '../../parts/SignalDialog.tsx'
import { useCareLock } from '../../parts/use-care-lock.ts'

const sections = [
  { href: paths.care, label: 'week' },
  { href: paths.careSignals, label: 'signals' },
  { href: paths.careSpoken, label: 'spoken' },
  { href: paths.careAway, label: 'away' },
] as const

/** What the screens of care share: heading, lock, the way between them. What is on it is drawn only while care is open. */
export function CarePage({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation()
  const [isAdding, setAdding] = useState(false)
  const lock = useCareLock()
  const isOpen = lock.state === 'ready' && lock.value.isOpen
  return (
    <Page
      title={t('care.title')}
      sub={t('care.sub')}
      actions={
        isOpen && (
          <>
            <CloseCareButton />
            <Button kind="main" onPress={() => setAdding(true)}>
              {t('care.add')}
            </Button>
          </>
        )
      }
    >
      <SectionTabs
        label={t('care.tabs.label')}
        tabs={sections.map(({ href, label }) => ({ href, label: t(`care.tabs.${label}`) }))}
      />
      <PartNotice part="zorg" />
      <CareLock>
        <LockNotice />
        {children}
        {isAdding && <SignalDialog person={null} onClose={() => setAdding(false)} />}
      </CareLock>
    </Page>
  )
}
