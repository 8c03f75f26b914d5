import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dayOfClock, startOfMonth } from '../../../shared/domain/calendar-date.ts'
import { Button } from '../../components/Button.tsx'
import { Form } from '../../components/Form.tsx'
import { later } from '../../components/later.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { type BookRules, type BookRulesDraft, BookRulesFields } from '../../parts/BookRulesFields.tsx'
import type { Carry, Proposal } from './CarryRolesDialog.tsx'

const CarryRolesDialog = later(async () => (await import('./CarryRolesDialog.tsx')).CarryRolesDialog)

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
  const [carrying, setCarrying] = useState<readonly Proposal[]>()
  const change = useCommand(api.books.changeSettings)
  const propose = useCommand(api.roles.proposeCarry)
  const isOtherPattern = rules.rolePattern !== draft.rolePattern
  const proposed = useQuery(api.roles.proposeCarry, { pattern: draft.rolePattern }, { keep: true })
  const proposals = proposed.state === 'ready' && !proposed.isStale ? proposed.value : []

  const save = async (carry: readonly Carry[]) => {
    const { minGatheringsPerYear } = draft
    if (minGatheringsPerYear === null) return
    const outcome = await change.run({
      ...draft,
      minGatheringsPerYear,
      accountingStart: draft.duesEnabled ? draft.accountingStart : rules.accountingStart,
      carry: [...carry],
    })
    if (outcome.ok) setCarrying(undefined)
    setSaved(outcome.ok)
  }
  const submit = async () => {
    if (!isOtherPattern) return save([])
    // Whoever is quick sends it before the screen knows who could become what.
    const asked = await propose.run({ pattern: draft.rolePattern })
    if (!asked.ok) return
    return asked.value.length > 0 ? setCarrying(asked.value) : save([])
  }
  return (
    <>
      <Form onSubmit={submit} error={change.formError ?? propose.formError}>
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
        {isOtherPattern && draft.rolePattern === 'none' && <p className="soft">{t('settings.book.rolesKept')}</p>}
        {isOtherPattern && proposals.length > 0 && (
          <p className="soft">{t('settings.book.carry.ask', { count: proposals.length })}</p>
        )}
        {!isOtherPattern && proposals.length > 0 && (
          <Notice kind="att">
            <p>{t('settings.book.carry.left', { count: proposals.length })}</p>
            <Button onPress={() => setCarrying(proposals)}>{t('settings.book.carry.choose')}</Button>
          </Notice>
        )}
        <div className="cluster">
          <Button kind="main" type="submit" isBusy={change.isRunning || propose.isRunning}>
            {t('settings.book.submit')}
          </Button>
          <span role="status">{isSaved && <Status kind="ok">{t('settings.saved')}</Status>}</span>
        </div>
      </Form>
      {carrying && (
        <CarryRolesDialog
          key={draft.rolePattern}
          pattern={draft.rolePattern}
          proposals={carrying}
          isChange={isOtherPattern}
          command={change}
          onCarry={save}
          onClose={() => setCarrying(undefined)}
        />
      )}
    </>
  )
}
