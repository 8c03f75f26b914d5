import { type DragEvent, useId, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { FieldError } from './Field.tsx'
import styles from './FileDrop.module.css'

export interface FileDropProps {
  /** What to choose: "Kies uw ledenlijst". */
  readonly label: string
  /** Which files: "Excel (.xlsx) of CSV. U kunt het bestand ook hierheen slepen." */
  readonly hint: string
  /** Endings with a dot, for the dialog of the system. */
  readonly accept: readonly string[]
  /** Called for each file that was chosen. */
  readonly onFile: (file: File) => void
  /** Several at once. */
  readonly isMultiple?: boolean
  readonly isBusy?: boolean
  readonly error?: string | undefined
}

/** Takes a file, or several: by a button, or dropped on the area. Dropping is never the only way. */
export function FileDrop({ label, hint, accept, onFile, isMultiple = false, isBusy = false, error }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const hintId = useId()
  const take = (files: readonly File[]) => {
    for (const file of isMultiple ? files : files.slice(0, 1)) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    if (!isBusy) take([...event.dataTransfer.files])
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra way; the button inside does the same
    <div
      className={`${styles.area} ${isOver ? styles.over : ''}`}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button kind="main" icon="folder" isBusy={isBusy} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <p id={hintId} className="soft">
        {hint}
      </p>
      {error && <FieldError text={error} />}
      <input
        ref={input}
        type="file"
        className="hide"
        tabIndex={-1}
        aria-label={label}
        aria-describedby={hintId}
        accept={accept.join(',')}
        multiple={isMultiple}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          // The same file must be choosable again after it was mended.
          event.currentTarget.value = ''
          take(files)
        }}
      />
    </div>
  )
}
