import { useTranslation } from 'react-i18next'
import { TextField } from '../components/TextField.tsx'
import { FolderField } from './FolderField.tsx'

/** Who somebody is for the others, and the folder they share. */
export interface SharedPlace {
  readonly name: string
  readonly folder: string
}

export interface SharedPlaceFieldsProps {
  readonly place: SharedPlace
  readonly onChange: (place: SharedPlace) => void
  readonly folderHint: string
  readonly folderError: string | undefined
}

export function SharedPlaceFields({ place, onChange, folderHint, folderError }: SharedPlaceFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <TextField
        label={t('sharing.name')}
        hint={t('sharing.nameHint')}
        isRequired
        width="medium"
        maxLength={80}
        value={place.name}
        onChange={(name) => onChange({ ...place, name })}
      />
      <FolderField
        label={t('sharing.folder')}
        hint={folderHint}
        value={place.folder}
        onChange={(folder) => onChange({ ...place, folder })}
        error={folderError}
      />
    </>
  )
}
