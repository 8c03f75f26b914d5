import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../components/Disclosure.tsx'
import { FileDrop } from '../../components/FileDrop.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFileReading } from '../../data/use-file-reading.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { type SharedPlace, SharedPlaceFields } from '../../parts/SharedPlaceFields.tsx'
import { noWords, WordFields } from '../../parts/WordFields.tsx'

/** Ik ben uitgenodigd: the folder that was shared, and the words that are said over the telephone. */
export function JoinDialog({ userName, onClose }: { readonly userName: string; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const [place, setPlace] = useState<SharedPlace>({ name: userName, folder: '' })
  const [words, setWords] = useState(noWords)
  const join = useCommand(api.sync.join)
  const [invitation, setInvitation] = useState<string>()
  // Whether it is one, the words tell.
  const reading = useFileReading(
    async () => ({ ok: true, value: undefined }) as const,
    (_read, file) => {
      join.clear()
      setInvitation(file)
    },
  )
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
      onSubmit={() => join.run({ ...place, words: [...words], ...(invitation !== undefined && { invitation }) })}
      onClose={onClose}
      size="wide"
    >
      <SharedPlaceFields
        place={place}
        onChange={setPlace}
        folderHint={t('sharing.join.folderHint')}
        folderError={join.fieldError('folder')}
      />
      <WordFields legend={t('sharing.join.words')} words={words} onChange={type} />
      <p role="alert">{join.fieldError('words')}</p>
      <Disclosure title={t('sharing.join.byFile')}>
        <div className="stack">
          <p className="measure">{t('sharing.join.byFileText')}</p>
          <FileDrop
            label={t('sharing.join.chooseFile')}
            hint={t('sharing.join.fileHint')}
            accept={['.age']}
            isBusy={reading.isReading}
            error={reading.error}
            onFile={(file) => void reading.read(file)}
          />
          <p role="status">{invitation !== undefined && t('sharing.join.fileChosen')}</p>
        </div>
      </Disclosure>
      <p role="status">{join.isRunning && t('sharing.join.trying')}</p>
    </FormDialog>
  )
}
