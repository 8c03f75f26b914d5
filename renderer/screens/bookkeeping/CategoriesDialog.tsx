import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CategoryView } from '../../../shared/contract/bookkeeping.ts'
import { type CategoryKind, cashDifference, categoryKinds } from '../../../shared/domain/booking-category.ts'
import { Bdi } from '../../components/Bdi.tsx'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Form, FormError } from '../../components/Form.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { type RunningCommand, useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useCategoryName } from '../../parts/use-category-name.ts'
import styles from './Bookkeeping.module.css'

/** The kinds of other income and expenses: what they are called, and which are no longer offered. */
export function CategoriesDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const categories = useQuery(api.bookkeeping.categories, {}, { keep: true })
  // One name at a time: which kind is being renamed, or in which list one is added.
  const [named, setNamed] = useState<string>()
  const naming: Naming = {
    isNamed: (what) => named === what,
    begin: setNamed,
    end: (what) => setNamed((now) => (now === what ? undefined : now)),
  }
  return (
    <Dialog
      title={t('bookkeeping.kindsList.title')}
      sub={t('bookkeeping.kindsList.sub')}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('bookkeeping.kindsList.close')}</Button>}
    >
      <Answered of={categories}>
        {(known) =>
          categoryKinds.map((kind) => (
            <KindSection
              key={kind}
              kind={kind}
              categories={known.filter((category) => category.kind === kind)}
              naming={naming}
            />
          ))
        }
      </Answered>
    </Dialog>
  )
}

interface Naming {
  readonly isNamed: (what: string) => boolean
  readonly begin: (what: string) => void
  readonly end: (what: string) => void
}

interface KindSectionProps {
  readonly kind: CategoryKind
  readonly categories: readonly CategoryView[]
  readonly naming: Naming
}

function KindSection({ kind, categories, naming }: KindSectionProps) {
  const { t } = useTranslation()
  const add = useCommand(api.bookkeeping.addCategory)
  const title = t(`bookkeeping.budget.${kind}`)
  // Nobody chooses the difference of a count, so there is nothing to say about it.
  const shown = categories.filter(({ id }) => id !== cashDifference)
  return (
    <section className={styles.kind} aria-label={title}>
      <h3>{title}</h3>
      <ul className={styles.kinds}>
        {[...shown]
          .sort((a, b) => Number(a.isHidden) - Number(b.isHidden))
          .map((category) => (
            <CategoryItem key={category.id} category={category} naming={naming} />
          ))}
      </ul>
      {naming.isNamed(kind) ? (
        <NameForm
          name=""
          submit={t('bookkeeping.kindsList.addSave')}
          command={add}
          onSave={(name) => add.run({ kind, name })}
          onDone={() => naming.end(kind)}
        />
      ) : (
        <div>
          <Button
            label={t(kind === 'income' ? 'bookkeeping.kindsList.addIncome' : 'bookkeeping.kindsList.addExpense')}
            onPress={() => naming.begin(kind)}
          >
            {t('bookkeeping.kindsList.add')}
          </Button>
        </div>
      )}
    </section>
  )
}

function CategoryItem({ category, naming }: { readonly category: CategoryView; readonly naming: Naming }) {
  const { t } = useTranslation()
  const name = useCategoryName()(category)
  const change = useCommand(api.bookkeeping.changeCategory)
  if (naming.isNamed(category.id))
    return (
      <li>
        <NameForm
          name={name}
          submit={t('bookkeeping.kindsList.renameSave')}
          command={change}
          onSave={(wish) => change.run({ id: category.id, name: wish })}
          onDone={() => naming.end(category.id)}
        />
      </li>
    )
  const use = category.isHidden ? 'useAgain' : 'retire'
  return (
    <li>
      <div className={styles.kindLine}>
        <span>
          <Bdi>{name}</Bdi>
          {category.isHidden && (
            <span className={styles.retired}>
              <Status kind="no">{t('bookkeeping.kindsList.retired')}</Status>
            </span>
          )}
        </span>
        <span className="cluster">
          <Button
            kind="plain"
            label={t('bookkeeping.kindsList.renameLabel', { name })}
            onPress={() => naming.begin(category.id)}
          >
            {t('bookkeeping.kindsList.rename')}
          </Button>
          <Button
            kind="plain"
            label={t(`bookkeeping.kindsList.${use}Label`, { name })}
            isBusy={change.isRunning}
            onPress={() => void change.run({ id: category.id, isHidden: !category.isHidden })}
          >
            {t(`bookkeeping.kindsList.${use}`)}
          </Button>
        </span>
      </div>
      <FormError text={change.formError} />
    </li>
  )
}

interface NameFormProps {
  readonly name: string
  readonly submit: string
  readonly command: Pick<RunningCommand<never, unknown>, 'isRunning' | 'formError' | 'fieldError'>
  readonly onSave: (name: string) => Promise<{ readonly ok: boolean }>
  readonly onDone: () => void
}

function NameForm({ name: known, submit, command, onSave, onDone }: NameFormProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(known)
  return (
    <Form
      onSubmit={async () => {
        if ((await onSave(name)).ok) onDone()
      }}
      error={command.formError}
      actions={
        <>
          <Button onPress={onDone}>{t('app.dialog.cancel')}</Button>
          <Button kind="main" type="submit" isBusy={command.isRunning}>
            {submit}
          </Button>
        </>
      }
    >
      <TextField
        isFirst
        isRequired
        label={t('bookkeeping.kindsList.name')}
        hint={t('bookkeeping.kindsList.nameHint')}
        value={name}
        onChange={setName}
        maxLength={60}
        error={command.fieldError('name')}
      />
    </Form>
  )
}
