import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Checkbox } from '../../components/Checkbox.tsx'
import { TextField } from '../../components/TextField.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { FormDialog } from '../../parts/FormDialog.tsx'
import styles from './Initiatives.module.css'

export interface GatheringsDialogProps {
  readonly initiativeId: string
  readonly onClose: () => void
}

/** Which gatherings count for the initiative. */
export function GatheringsDialog({ initiativeId, onClose }: GatheringsDialogProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const choose = useCommand(api.initiatives.chooseGatherings)
  const answer = useQuery(api.initiatives.gatheringChoices, { id: initiativeId })
  const [text, setText] = useState('')
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const all = answer.state === 'ready' ? answer.value : []
  const submit = async () => {
    const counting = all.filter(({ id, counts }) => changed.get(id) ?? counts)
    const outcome = await choose.run({ id: initiativeId, gatheringIds: counting.map(({ id }) => id) })
    if (outcome.ok) onClose()
  }
  return (
    <FormDialog
      title={t('initiatives.gathering.choose')}
      sub={t('initiatives.gathering.chooseSub')}
      submit={t('initiatives.gathering.save')}
      command={choose}
      onSubmit={submit}
      onClose={onClose}
    >
      <Answered of={answer}>
        {(choices) =>
          choices.length === 0 ? (
            <p>{t('initiatives.gathering.noneToChoose')}</p>
          ) : (
            <>
              <TextField
                type="search"
                label={t('initiatives.gathering.search')}
                isFirst
                value={text}
                onChange={setText}
              />
              <div className={styles.choices}>
                {choices
                  .filter(({ title }) => title.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()))
                  .map(({ id, title, day, counts }) => (
                    <Checkbox
                      key={id}
                      label={`${title}, ${format.day(day)}`}
                      isChecked={changed.get(id) ?? counts}
                      onChange={(isChecked) => setChanged(new Map(changed).set(id, isChecked))}
                    />
                  ))}
              </div>
            </>
          )
        }
      </Answered>
    </FormDialog>
  )
}
