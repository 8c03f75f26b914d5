import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'wouter'
import { Checkbox } from '../../components/Checkbox.tsx'
import { Answered } from '../../data/Answered.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useQuery } from '../../data/use-query.ts'
import { MakeFile } from './MakeFile.tsx'
import { StandingTable } from './StandingTable.tsx'

/** Contributiestand maken: the sentence per member, and nothing of the bank. */
export function MakeStandingScreen() {
  const { t } = useTranslation()
  const { id = '' } = useParams<{ id: string }>()
  const state = useQuery(api.between.state, {})
  const name = state.state === 'ready' ? (state.value.books.find((book) => book.id === id)?.name ?? '') : ''
  const [withOpen, setWithOpen] = useState(false)
  const preview = useQuery(api.between.previewStandings, { id, withOpen }, { keep: true })
  const make = useCommand(api.between.makeStandings)
  return (
    <MakeFile
      title={t('between.make.stand', { name })}
      sub={t('between.make.standSub')}
      name={name}
      make={make}
      input={{ id, withOpen }}
      choice={
        <Checkbox
          label={t('between.make.open')}
          hint={t('between.make.openHint')}
          isChecked={withOpen}
          onChange={setWithOpen}
        />
      }
    >
      <Answered of={preview}>
        {({ people }) =>
          people.length === 0 ? (
            <p className="soft">{t('between.make.nobody')}</p>
          ) : (
            <StandingTable caption={t('between.make.what')} people={people} />
          )
        }
      </Answered>
    </MakeFile>
  )
}
