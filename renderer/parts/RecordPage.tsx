import { type ReactNode, useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Columns } from '../components/Columns.tsx'
import { FormError } from '../components/Form.tsx'
import { Page, type PageProps } from '../components/Page.tsx'
import { Section } from '../components/Section.tsx'
import { Answered } from '../data/Answered.tsx'
import { useCommand } from '../data/use-command.ts'
import type { Answer, Question } from '../data/use-query.ts'
import { InTrash, type InTrashProps } from './InTrash.tsx'
import { RecordHistory } from './RecordHistory.tsx'
import styles from './RecordPage.module.css'

/** What every such record has. */
interface Kept {
  readonly id: string
  readonly name: string
  readonly deletedAt: string | null
}

export interface RecordPageProps<Value extends Kept> extends Required<Pick<PageProps, 'back'>> {
  readonly of: Answer<Value>
  readonly table: InTrashProps['table'] & Parameters<typeof RecordHistory>[0]['table']
  readonly sub: (record: Value) => PageProps['sub']
  readonly words: {
    /** Above a record that cannot be found. */
    readonly title: string
    readonly change: string
    readonly history: string
    readonly remove: string
  }
  readonly remove: Question<{ id: string }, null>
  readonly dialog: (record: Value, onClose: () => void) => ReactNode
  /** What stands at the start side, and beside it, above the history. */
  readonly children: (record: Value) => readonly [start: ReactNode, end: ReactNode]
}

/** The page of one record: what is known of it, its history, changing it, throwing it away and bringing it back. */
export function RecordPage<Value extends Kept>(props: RecordPageProps<Value>) {
  const { of: answer, table, sub, words, back, remove, dialog, children } = props
  const [isChanging, setChanging] = useState(false)
  const known = answer.state === 'ready' ? answer.value : undefined
  return (
    <Page
      title={known?.name ?? (answer.state === 'error' ? words.title : undefined)}
      sub={known && sub(known)}
      back={back}
      actions={
        known?.deletedAt === null && (
          <Button kind="main" icon="pencil" onPress={() => setChanging(true)}>
            {words.change}
          </Button>
        )
      }
    >
      <Answered of={answer}>
        {(record) => {
          const [start, end] = children(record)
          return (
            <>
              {record.deletedAt !== null && <InTrash table={table} id={record.id} />}
              <Columns>
                <div>{start}</div>
                <div>
                  {end}
                  <Section title={words.history}>
                    <RecordHistory table={table} id={record.id} />
                  </Section>
                  {record.deletedAt === null && <Remove id={record.id} remove={remove} word={words.remove} />}
                </div>
              </Columns>
              {isChanging && dialog(record, () => setChanging(false))}
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

function Remove({
  id,
  remove,
  word,
}: { readonly id: string; readonly word: string } & Pick<RecordPageProps<Kept>, 'remove'>) {
  const removing = useCommand(remove)
  return (
    <div className={styles.remove}>
      <Button icon="bin" isBusy={removing.isRunning} onPress={() => void removing.run({ id })}>
        {word}
      </Button>
      <FormError text={removing.formError} />
    </div>
  )
}
