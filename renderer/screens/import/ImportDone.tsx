import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { Button, LinkButton } from '../../components/Button.tsx'
import { Page } from '../../components/Page.tsx'
import { Status } from '../../components/Status.tsx'

export interface Taken {
  readonly people: number
  readonly new: number
  readonly changed: number
  readonly leftOut: number
  readonly gone: number
}

export interface ImportDoneProps {
  readonly taken: Taken
  readonly onAnother: () => void
}

/** What was taken in, and where to go now. */
export function ImportDone({ taken, onAnother }: ImportDoneProps) {
  const { t } = useTranslation()
  const parts = [
    taken.new > 0 ? t('imports.done.new', { count: taken.new }) : '',
    taken.changed > 0 ? t('imports.done.changed', { count: taken.changed }) : '',
  ].filter((part) => part !== '')
  return (
    <Page title={t('imports.done.title', { count: taken.people })}>
      <div className="stack">
        <p>
          <Status kind="ok">{parts.join(', ')}</Status>
        </p>
        {taken.gone > 0 && <p className="measure">{t('imports.done.gone', { count: taken.gone })}</p>}
        {taken.leftOut > 0 && (
          <p className="measure">
            {t('imports.done.leftOut', { count: taken.leftOut })} {t('imports.done.again', { count: taken.leftOut })}
          </p>
        )}
        <p className="soft">{t('imports.done.undo')}</p>
        <div className="cluster">
          <LinkButton kind="main" href={paths.people}>
            {t('imports.done.people')}
          </LinkButton>
          <Button onPress={onAnother}>{t('imports.done.another')}</Button>
        </div>
      </div>
    </Page>
  )
}
