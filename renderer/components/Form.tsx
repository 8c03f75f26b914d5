import { type FocusEvent, type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import styles from './Form.module.css'
import { sendForm } from './form-sending.ts'
import { Icon } from './Icon.tsx'

export interface FormProps {
  /** Runs only when every field can be read and what is required is there. */
  readonly onSubmit: () => unknown
  /** Runs instead when one cannot: to say what else is wrong. */
  readonly onUnreadable?: (() => unknown) | undefined
  /** Runs when the focus goes elsewhere, or the form goes: where a page can be left with something typed and not yet sent. */
  readonly onLeave?: (() => unknown) | undefined
  readonly children: ReactNode
  /** The buttons under the fields, the main one last: `<Button kind="main" type="submit">`. */
  readonly actions?: ReactNode
  /** What is wrong with the whole, usually `command.formError`. */
  readonly error?: string | undefined
}

/**
 * Fields that are sent together. A field that cannot be read, or that the answer points at, gets the focus; what is wrong with the whole
 * is brought into view.
 */
export function Form({ onSubmit, onUnreadable, onLeave, children, actions, error }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [timesSent, setTimesSent] = useState(0)
  // Drawn together with the answer: a frame waited for may come before it, and then the field of an earlier answer is found.
  useEffect(() => {
    if (timesSent === 0 || showWrong(form.current, '[aria-invalid="true"], [data-wrong]')) return
    form.current?.querySelector(':scope > [role="alert"] > p')?.scrollIntoView({ block: 'nearest' })
  }, [timesSent])
  const leaving = useRef(onLeave)
  useEffect(() => {
    leaving.current = onLeave
  })
  // The browser tells nobody that the focus is gone when the field goes with its page.
  useEffect(() => () => leave(leaving.current), [])
  const blur = (event: FocusEvent<HTMLFormElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) leave(onLeave)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    // Dialogs are drawn elsewhere in the page but are children here: their own forms must not send this one.
    event.stopPropagation()
    if (!form.current?.checkValidity()) {
      showWrong(form.current, ':is(input, select, textarea):invalid')
      if (!onUnreadable) return
      await onUnreadable()
      setTimesSent((times) => times + 1)
      return
    }
    await sendForm(onSubmit)
    setTimesSent((times) => times + 1)
  }
  return (
    // noValidate: the browser's own bubbles are in the browser's language and vanish by themselves.
    <form ref={form} noValidate className={styles.form} onSubmit={(event) => void send(event)} onBlur={blur}>
      {children}
      <FormError text={error} />
      {actions && <div className={styles.actions}>{actions}</div>}
    </form>
  )
}

function leave(onLeave: FormProps['onLeave']): void {
  if (onLeave) void sendForm(onLeave)
}

/** The first one gets the focus, and of a group the box or choice that Tab would reach; none of them stays folded away. Tells whether there are any. */
function showWrong(form: HTMLFormElement | null, selector: string): boolean {
  const fields = [...(form?.querySelectorAll<HTMLElement>(selector) ?? [])]
  for (const field of fields) field.closest('details:not([open])')?.setAttribute('open', '')
  const [first] = fields
  const inGroup = first?.querySelector<HTMLElement>('input:checked') ?? first?.querySelector<HTMLElement>('input')
  const reached = inGroup ?? first
  reached?.focus()
  return fields.length > 0
}

/** What is wrong, said aloud when it appears. */
export function FormError({ text }: { readonly text: string | undefined }) {
  return (
    <div role="alert">
      {text && (
        <p className={styles.error}>
          <Icon name="cross" />
          <span>{text}</span>
        </p>
      )}
    </div>
  )
}

/** Fields beside each other that go under each other where there is no room. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}
