import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { containsWords } from '../../../shared/domain/contains-words.ts'
import { type HelpCategory, helpCategories } from '../../../shared/domain/mutual-help.ts'
import { paths } from '../../app/paths.ts'
import { Button } from '../../components/Button.tsx'
import { FormError } from '../../components/Form.tsx'
import { Line, Lines, LineTitle } from '../../components/Lines.tsx'
import { later } from '../../components/later.tsx'
import { SelectField } from '../../components/SelectField.tsx'
import { Status } from '../../components/Status.tsx'
import { TextField } from '../../components/TextField.tsx'
import { api } from '../../data/api.ts'
import { useCommand } from '../../data/use-command.ts'
import { useFormat } from '../../i18n/use-format.ts'
import { ExportButton } from '../../parts/ExportButton.tsx'
import { type Helper, useHelpWords } from '../../parts/help-draft.ts'
import styles from './Helping.module.css'

const OfferDialog = later(async () => (await import('../../parts/OfferDialog.tsx')).OfferDialog)

const everything = 'all'
/** A longer list gets fields to search it with, and is shown as a whole when it is asked for. */
const shownAtFirst = 12

/** What neighbours would gladly do, by last name. */
export function HelperList({ helpers, today }: { readonly helpers: readonly Helper[]; readonly today: string }) {
  const { t } = useTranslation()
  const [category, setCategory] = useState<HelpCategory | typeof everything>(everything)
  const [text, setText] = useState('')
  const [isAll, setAll] = useState(false)
  if (helpers.length === 0) return <p className="soft">{t('mutualHelp.offers.none')}</p>
  const found = helpers.filter(
    (helper) =>
      (category === everything || helper.categories.includes(category)) &&
      containsWords(`${helper.name} ${helper.address}`, text),
  )
  const shown = isAll ? found : found.slice(0, shownAtFirst)
  const offered = helpCategories.filter((code) => helpers.some(({ categories }) => categories.includes(code)))
  return (
    <>
      {helpers.length > 4 && (
        <div className={styles.filter}>
          <SelectField<HelpCategory | typeof everything>
            label={t('mutualHelp.offers.filter')}
            width="medium"
            value={category}
            onChange={setCategory}
            options={[
              { value: everything, label: t('mutualHelp.offers.all') },
              ...offered.map((code) => ({ value: code, label: t(`mutualHelp.categories.${code}`) })),
            ]}
          />
          <TextField
            label={t('mutualHelp.offers.search')}
            type="search"
            width="medium"
            value={text}
            onChange={setText}
          />
        </div>
      )}
      {found.length === 0 ? (
        <p role="status">{t('mutualHelp.offers.noneFound')}</p>
      ) : (
        <Lines label={t('mutualHelp.offers.title')}>
          {shown.map((helper) => (
            <HelperLine key={helper.personId} helper={helper} today={today} />
          ))}
        </Lines>
      )}
      <div className={styles.after}>
        {shown.length < found.length && (
          <Button onPress={() => setAll(true)}>{t('mutualHelp.offers.more', { count: found.length })}</Button>
        )}
        <ExportButton wanted={{ list: 'helpOffers' }}>{t('mutualHelp.export')}</ExportButton>
      </div>
    </>
  )
}

function HelperLine({ helper, today }: { readonly helper: Helper; readonly today: string }) {
  const words = useHelpWords()
  const { personId, name, address, categories, words: own } = helper
  return (
    <Line verbs={<HelperVerbs helper={helper} />}>
      <LineTitle>
        <Link href={paths.person(personId)}>
          <bdi>{name}</bdi>
        </Link>{' '}
        <bdi className="soft">{address}</bdi>
      </LineTitle>
      <p>
        {words.categories(categories)}
        {own && (
          <>
            {' '}
            <bdi className="soft">({own})</bdi>
          </>
        )}
      </p>
      <p className="soft small">
        <HowOften helper={helper} today={today} />
      </p>
    </Line>
  )
}

/** When they can, and how often; or that they rest now. */
function HowOften({ helper, today }: { readonly helper: Helper; readonly today: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = useHelpWords()
  const { times, perMonth, pausedUntil, standing } = helper
  if (standing === 'paused' && pausedUntil !== null)
    return <Status kind="no">{t('mutualHelp.offers.paused', { day: format.dayNear(pausedUntil, today) })}</Status>
  if (standing === 'full') return <Status kind="no">{t('mutualHelp.offers.full')}</Status>
  const when = t('mutualHelp.offers.when', { times: words.times(times) })
  return perMonth === null ? when : `${when} · ${t('mutualHelp.offers.oftenOf', { count: perMonth }).toLowerCase()}`
}

function HelperVerbs({ helper }: { readonly helper: Helper }) {
  const { t } = useTranslation()
  const [isChanging, setChanging] = useState(false)
  const stop = useCommand(api.mutualHelp.stopOffering)
  const { personId, name } = helper
  return (
    <>
      <Button kind="plain" label={t('mutualHelp.offers.changeLabel', { name })} onPress={() => setChanging(true)}>
        {t('mutualHelp.offers.change')}
      </Button>
      <Button
        kind="plain"
        isBusy={stop.isRunning}
        label={t('mutualHelp.offers.stopLabel', { name })}
        onPress={() => void stop.run({ personId })}
      >
        {t('mutualHelp.offers.stop')}
      </Button>
      <FormError text={stop.formError} />
      {isChanging && <OfferDialog person={{ id: personId, name }} offer={helper} onClose={() => setChanging(false)} />}
    </>
  )
}
