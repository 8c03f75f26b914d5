import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { noWords, WordFields } from '../../parts/WordFields.tsx'

/** Ik ben uitgenodigd: the folder that was shared, and the words that are said over the telephone. */
export function JoinDialog({ userName, onClose }: { readonly userName: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [folder, setFolder] = useState('')
  const [name, setName] = useState(userName)
  const [words, setWords] = useState(noWords)
  const join = useCommand(api.sync.join)
  const type = (next: readonly string[]) => {
    join.clear()
    setWords(next)
  }
  return (
    <FormDialog
      title={t('sharing.join.title')}
      sub={t('sharing.join.text')}
      submit={t('sharing.join.submit')}
      command={join}
      onSubmit={() => join.run({ folder, name, words: [...words] })}
      onClose={onClose}
      size="wide"
    >
      <TextField
        label={t('sharing.name')}
        hint={t('sharing.nameHint')}
        isRequired
        width="medium"
        maxLength={80}
        value={name}
        onChange={setName}
      />
      <TextField
        label={t('sharing.folder')}
        hint={t('sharing.join.folderHint')}
        isRequired
        value={folder}
        onChange={setFolder}
        error={join.fieldError('folder')}
      />
      <WordFields legend={t('sharing.join.words')} words={words} onChange={type} />
      <p role="alert">{join.fieldError('words')}</p>
      <p role="status">{join.isRunning && t('sharing.join.trying')}</p>
    </FormDialog>
  )
}
