import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { Form } from '../components/Form.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useFormat } from '../i18n/use-format.ts'
import { useDuesWords } from './use-dues-words.ts'

export interface RunDialogProps {
  readonly preview: Awaited<ReturnType<Api['dues']['previewRun']>>
  readonly onClose: () => void
}

/** Says what the run will do before it does it. */
export function RunDialog({ preview, onClose }: RunDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useDuesWords()
  const run = useCommand(api.dues.run)
  const { added, reversed, allocated, freedCents, people, from, to } = preview
  const count = added.count + reversed.count
  const period =
    from === null || to === null
      ? ''
      : from.slice(0, 7) === to.slice(0, 7)
        ? t('dues.run.addedIn', { from: words.months([from]) })
        : t('dues.run.addedFrom', { from: words.months([from]), to: words.months([to]) })
  const lines = [
    added.count > 0
      ? `${t('dues.run.added', { count: added.count, amount: format.amount(added.cents) })} ${period}`
      : '',
    reversed.count > 0 ? t('dues.run.reversed', { count: reversed.count, amount: format.amount(reversed.cents) }) : '',
    freedCents > 0 ? t('dues.run.freed', { amount: format.amount(freedCents) }) : '',
    allocated.cents > 0 ? t('dues.run.allocated', { amount: format.amount(allocated.cents) }) : '',
    people > 0 ? t('dues.run.people', { count: people }) : '',
  ].filter((line) => line !== '')
  return (
    <Dialog title={t('dues.run.title')} sub={t('dues.run.sub')} onClose={onClose}>
      <Form
        onSubmit={async () => {
          const outcome = await run.run({})
          if (outcome.ok) onClose()
        }}
        error={run.formError}
        actions={
          <>
            <Button onPress={onClose}>{t('app.dialog.cancel')}</Button>
            <Button kind="main" type="submit" isBusy={run.isRunning}>
              {count > 0 ? t('dues.run.do', { count }) : t('dues.run.doCredit')}
            </Button>
          </>
        }
      >
        {lines.length === 0 ? <p>{t('dues.run.nothing')}</p> : lines.map((line) => <p key={line}>{line}</p>)}
      </Form>
    </Dialog>
  )
}
