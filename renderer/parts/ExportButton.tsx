import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/Button.tsx'
import { FieldError } from '../components/Field.tsx'
import { type Api, api } from '../data/api.ts'
import { useCommand } from '../data/use-command.ts'
import { useDownload } from '../data/use-download.ts'
import styles from './ExportButton.module.css'

type WithoutFormat<Wanted> = Wanted extends { readonly format: unknown } ? Omit<Wanted, 'format'> : never
/** Which list: `{ list: 'members', filter }`, `{ list: 'openDues' }` and so on. */
export type WantedList = WithoutFormat<Parameters<Api['exports']['make']>[0]>

type Format = Parameters<Api['exports']['make']>[0]['format']

const words = { xlsx: 'excel', csv: 'csv', vcard3: 'vcard3', vcard4: 'vcard4', ics: 'ics' } as const

/** As what a list can be saved: every list as a spreadsheet, people for an address book too, and gatherings for a calendar. */
const formatsOf = (list: WantedList['list']): readonly Format[] => [
  'xlsx',
  'csv',
  ...(list === 'members' ? (['vcard3', 'vcard4'] as const) : []),
  ...(list === 'gatherings' ? (['ics'] as const) : []),
]

export interface ExportButtonProps {
  readonly wanted: WantedList
  /** Other words than "Lijst bewaren", where a screen has more than one list. */
  readonly children?: string
}

/** Saves the list on the screen as a file: opens to Excel or CSV. */
export function ExportButton({ wanted, children }: ExportButtonProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const make = useCommand(api.exports.make)
  const download = useDownload()
  const choices = useId()
  const button = useRef<HTMLButtonElement>(null)

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const save = async (format: Format) => {
    // Offered are only formats that this list has.
    const outcome = await make.run({ ...wanted, format } as Parameters<typeof api.exports.make>[0])
    if (!outcome.ok) return
    download(outcome.value.file)
    close()
  }
  const pressKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return
    event.stopPropagation()
    close()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes wherever the focus is inside; the buttons do the work
    <div className={styles.export} onKeyDown={pressKey}>
      <Button ref={button} icon="giveOut" isExpanded={isOpen} controls={choices} onPress={() => setOpen(!isOpen)}>
        {children ?? t('exports.button')}
      </Button>
      <div id={choices} className={styles.choices} hidden={!isOpen}>
        {formatsOf(wanted.list).map((format) => (
          <Button key={format} kind="plain" isBusy={make.isRunning} onPress={() => void save(format)}>
            {t(`exports.${words[format]}`)}
          </Button>
        ))}
        {make.formError && <FieldError text={make.formError} />}
      </div>
      <span role="status" className="hide">
        {make.isRunning ? t('exports.busy') : ''}
      </span>
    </div>
  )
}
