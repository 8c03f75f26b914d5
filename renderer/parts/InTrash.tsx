import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { FormError } from '../components/Form.tsx'
import { Notice } from '../components/Notice.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import styles from './InTrash.module.css'

export interface InTrashProps {
  readonly table: Parameters<Api['trash']['restore']>[0]['table']
  readonly id: string
}

/** Says that this page is of something that was thrown away, and brings it back. */
export function InTrash({ table, id }: InTrashProps) {
  const { t } = useTranslation()
  const restore = useCommand(api.trash.restore)
  return (
    <div className={styles.notice}>
      <Notice
        kind="att"
        action={
          <Button isBusy={restore.isRunning} onPress={() => void restore.run({ table, id })}>
            {t('app.row.restore')}
          </Button>
        }
      >
        {t('app.row.inTrash')}
      </Notice>
      <FormError text={restore.formError} />
    </div>
  )
}
