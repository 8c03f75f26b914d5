import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { FormError } from '../components/Form.tsx'
import { TextField } from '../components/TextField.tsx'
import { api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useQuery } from '../data/use-query.ts'
import styles from './FolderField.module.css'

export interface FolderFieldProps {
  readonly label: string
  /** Where it is typed or pasted; not needed where it is pointed at. */
  readonly hint: string
  readonly value: string
  readonly onChange: (folder: string) => void
  readonly error: string | undefined
  readonly isFirst?: boolean
}

/** A folder by its address: pointed at where the shell has a window for it, else typed or pasted. */
export function FolderField({ label, hint, value, onChange, error, isFirst = false }: FolderFieldProps) {
  const { t } = useTranslation()
  const capabilities = useQuery(api.shell.capabilities, {})
  const choose = useCommand(api.shell.chooseFolder)
  const canChoose = capabilities.state === 'ready' && capabilities.value.chooseFolder
  const point = async () => {
    const chosen = await choose.run({})
    if (chosen.ok && chosen.value.folder !== null) onChange(chosen.value.folder)
  }
  return (
    <div className={styles.field}>
      <TextField
        label={label}
        hint={canChoose ? undefined : hint}
        isRequired
        isFirst={isFirst}
        value={value}
        onChange={onChange}
        error={error}
      />
      {canChoose && (
        <div className="cluster">
          <Button icon="folder" isBusy={choose.isRunning} onPress={() => void point()}>
            {t('sharing.chooseFolder')}
          </Button>
        </div>
      )}
      <FormError text={choose.formError} />
    </div>
  )
}
