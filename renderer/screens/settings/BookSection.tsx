import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { Button } from '../../components/Button.tsx'
import { Form } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { type BookRules, type BookRulesDraft, BookRulesFields } from '../../parts/BookRulesFields.tsx'

/** What the association decided about its book. */
export function BookSection() {
  const { t } = useTranslation()
  const settings = useQuery(api.books.settings, {})
  return (
    <Section title={t('settings.book.title')}>
      {/* Changed elsewhere (an undo): the form begins again from what is kept. */}
      <Answered of={settings}>
        {({ preset: _preset, modules: _modules, ...rules }) => <BookForm key={JSON.stringify(rules)} rules={rules} />}
      </Answered>
    </Section>
  )
}

function BookForm({ rules }: { readonly rules: BookRules }) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<BookRulesDraft>(rules)
  const [isSaved, setSaved] = useState(false)
  const change = useCommand(api.books.changeSettings)

  const save = async () => {
    const { minGatheringsPerYear } = draft
    if (minGatheringsPerYear === null) return
    const outcome = await change.run({
      ...draft,
      minGatheringsPerYear,
      accountingStart: draft.duesEnabled ? draft.accountingStart : rules.accountingStart,
    })
    setSaved(outcome.ok)
  }
  return (
    <Form onSubmit={save} error={change.formError}>
      <BookRulesFields
        draft={draft}
        onChange={(next) => {
          setDraft(next)
          setSaved(false)
        }}
        fieldError={change.fieldError}
        duesFrom={startOfMonth(dayOfClock(new Date()))}
      />
      {rules.duesEnabled && !draft.duesEnabled && <p className="soft">{t('settings.book.duesKept')}</p>}
      {rules.rolePattern !== 'none' && rules.rolePattern !== draft.rolePattern && (
        <p className="soft">{t(`settings.book.rolesKept.${draft.rolePattern === 'none' ? 'none' : 'other'}`)}</p>
      )}
      <div className="cluster">
        <Button kind="main" type="submit" isBusy={change.isRunning}>
          {t('settings.book.submit')}
        </Button>
        <span role="status">{isSaved && <Status kind="ok">{t('settings.saved')}</Status>}</span>
      </div>
    </Form>
  )
}
