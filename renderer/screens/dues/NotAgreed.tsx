import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/Button.tsx'
import { later } from '../../components/later.tsx'
import { EmptyState } from '../../components/States.tsx'
import { api } from '../../data/api.ts'
import { useQuery } from '../../data/use-query.ts'

const AgreeAllDialog = later(async () => (await import('./AgreeAllDialog.tsx')).AgreeAllDialog)

/** Members with whom nothing is agreed: the next step of a book where nobody pays yet, one quiet line of one where others do. */
export function NotAgreed({ isFirst }: { readonly isFirst: boolean }) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const members = useQuery(api.dues.withoutAgreement, {})
  if (members.state !== 'ready') return null
  const count = members.value.people.length
  const open = (
    <Button kind={isFirst ? 'main' : 'plain'} onPress={() => setOpen(true)}>
      {t('dues.agreeAll.open')}
    </Button>
  )
  return (
    <>
      {isFirst ? (
        <EmptyState title={t('dues.empty.noAgreementTitle')} actions={count > 0 && open}>
          {t(count > 0 ? 'dues.empty.noAgreementText' : 'dues.empty.noMembersText', { count })}
        </EmptyState>
      ) : (
        count > 0 && (
          <p className="cluster">
            <span className="soft">{t('dues.agreeAll.line', { count })}</span> {open}
          </p>
        )
      )}
      {isOpen && <AgreeAllDialog members={members.value} onClose={() => setOpen(false)} />}
    </>
  )
}
