import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../components/SelectField.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import { useModules } from '../../parts/use-modules.ts'
import type { AskedTheme } from './ThemesScreen.tsx'

const any = 'any'

export function AskDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const keeps = useModules()
  const [theme, setTheme] = useState('')
  const [series, setSeries] = useState(any)
  const known = useQuery(api.series.list, {})
  const ask = useCommand(api.themes.ask)
  const going = known.state === 'ready' ? known.value.going : []
  const save = async () => {
    const outcome = await ask.run({ theme, seriesId: series === any ? null : series })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('themes.askTitle')}
      submit={t('themes.askSave')}
      command={ask}
      onSubmit={save}
      onClose={onClose}
    >
      <TextField
        label={t('themes.theme')}
        hint={t('themes.themeHint')}
        isRequired
        maxLength={120}
        value={theme}
        onChange={setTheme}
        error={ask.fieldError('theme')}
      />
      {keeps('series') && going.length > 0 && (
        <SelectField
          label={t('themes.series')}
          value={series}
          onChange={setSeries}
          options={[
            { value: any, label: t('themes.anySeries') },
            ...going.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      )}
    </FormDialog>
  )
}

/** Which gathering it became the theme of: one that comes, or one that was. */
export function HoldDialog({ theme, onClose }: { readonly theme: AskedTheme; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const format = useFormat()
  const [gathering, setGathering] = useState<string | null>(null)
  const list = useQuery(api.gatherings.list, { year: null, group: null })
  const hold = useCommand(api.themes.hold)
  const save = async () => {
    if (gathering === null) return
    const outcome = await hold.run({ id: theme.id, gatheringId: gathering })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('themes.holdTitle')}
      sub={theme.theme}
      submit={t('themes.holdSave')}
      command={hold}
      onSubmit={save}
      onClose={onClose}
    >
      <Answered of={list}>
        {({ planned, toRecord, past, today }) => {
          const known = [...toRecord, ...planned, ...past].filter(({ state }) => state !== 'afgelast')
          return known.length === 0 ? (
            <p>{t('themes.noGatherings')}</p>
          ) : (
            <SelectField
              label={t('themes.gathering')}
              isRequired
              value={gathering}
              onChange={setGathering}
              options={known.map(({ id, title, day }) => ({
                value: id,
                label: `${title}, ${format.dayNear(day, today)}`,
              }))}
            />
          )
        }}
      </Answered>
    </FormDialog>
  )
}
