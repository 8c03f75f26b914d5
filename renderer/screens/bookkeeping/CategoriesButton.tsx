import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { CategoriesDialog } from './CategoriesDialog.tsx'

/** The way to the kinds, beside where their amounts stand. */
export function CategoriesButton() {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {t('bookkeeping.kindsList.open')}
      </Button>
      {isOpen && <CategoriesDialog onClose={() => setOpen(false)} />}
    </>
  )
}
