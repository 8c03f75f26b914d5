import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { Section } from '../../components/Section.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'

const FeePlansDialog = later(async () => (await import('../../parts/FeePlansDialog.tsx')).FeePlansDialog)

/** The dues plans of this book; absent in a book without dues. */
export function DuesSection() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const settings = useQuery(api.books.settings, {})
  if (settings.state !== 'ready' || !settings.value.duesEnabled) return null
  return (
    <Section title={t('settings.dues.title')}>
      <p className="soft">{t('settings.dues.text')}</p>
      <Button onPress={() => setOpen(true)}>{t('settings.dues.open')}</Button>
      {isOpen && <FeePlansDialog onClose={() => setOpen(false)} />}
    </Section>
  )
}
