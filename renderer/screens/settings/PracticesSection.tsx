import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ModuleCode, moduleCodes } from '../../../shared/domain/modules.ts'
import { type PresetCode, presets } from '../../../shared/domain/presets.ts'
import { Button } from '../../components/Button.tsx'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Form } from '../../components/Form.tsx'
import { Section } from '../../components/Section.tsx'
import { Status } from '../../components/Status.tsx'
import { Answered } from '../../data/Answered.tsx'
import { type Api, api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { PresetField } from '../../parts/PresetField.tsx'

type Practices = Pick<Awaited<ReturnType<Api['books']['settings']>>, 'preset' | 'modules'>

/** What this book keeps beside people, groups, gatherings and dues. */
export function PracticesSection() {
  const { t } = useTranslation()
  const settings = useQuery(api.books.settings, {})
  return (
    <Section title={t('settings.practices.title')}>
      {/* Changed elsewhere (an undo): the form begins again from what is kept. */}
      <Answered of={settings}>
        {({ preset, modules }) => <PracticesForm key={JSON.stringify([preset, modules])} kept={{ preset, modules }} />}
      </Answered>
    </Section>
  )
}

function PracticesForm({ kept }: { readonly kept: Practices }) {
  const { t } = useTranslation()
  const [preset, setPreset] = useState<PresetCode | null>(kept.preset)
  const [chosen, setChosen] = useState<ReadonlySet<ModuleCode>>(new Set(kept.modules))
  const [isSaved, setSaved] = useState(false)
  const use = useCommand(api.books.useModules)
  const take = (code: PresetCode) => {
    setPreset(code)
    setChosen(new Set(presets[code].modules))
    setSaved(false)
  }
  const tick = (code: ModuleCode, isOn: boolean) => {
    setChosen(new Set(moduleCodes.filter((other) => (other === code ? isOn : chosen.has(other)))))
    setSaved(false)
  }
  const save = async () => {
    const outcome = await use.run({ preset, modules: [...chosen] })
    setSaved(outcome.ok)
  }
  return (
    <Form onSubmit={save} error={use.formError}>
      <p className="soft">{t('settings.practices.text')}</p>
      <PresetField value={preset} onChange={take} />
      <fieldset className="stack">
        <legend>{t('settings.practices.modules')}</legend>
        {moduleCodes.map((code) => (
          <Checkbox
            key={code}
            label={t(`settings.practices.names.${code}`)}
            hint={t(`settings.practices.hints.${code}`)}
            isChecked={chosen.has(code)}
            onChange={(isOn) => tick(code, isOn)}
          />
        ))}
      </fieldset>
      <div className="cluster">
        <Button kind="main" type="submit" isBusy={use.isRunning}>
          {t('settings.practices.submit')}
        </Button>
        <span role="status">{isSaved && <Status kind="ok">{t('settings.saved')}</Status>}</span>
      </div>
    </Form>
  )
}
