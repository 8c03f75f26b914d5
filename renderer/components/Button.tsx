import type { ReactNode, Ref } from 'react'
import { Link } from 'wouter'
import styles from './Button.module.css'
import { Icon, type IconName } from './Icon.tsx'

/** main: the one thing most people came for (one per view). outlined: the rest. plain: an underlined verb. danger: cannot be undone. */
export type ButtonKind = 'main' | 'outlined' | 'plain' | 'danger'

interface Look {
  readonly kind?: ButtonKind
  readonly icon?: IconName
  /** A verb and what it does: "Betaling opslaan". */
  readonly children: ReactNode
}

export interface ButtonProps extends Look {
  readonly onPress?: () => void
  readonly type?: 'button' | 'submit'
  /** The work it started is going on: it keeps its place and focus, and a second press does nothing. */
  readonly isBusy?: boolean
  readonly isDisabled?: boolean
  /** Only where several buttons have the same words ("Betaling opschrijven: Nel Oostveen"). */
  readonly label?: string | undefined
  readonly isExpanded?: boolean | undefined
  readonly controls?: string | undefined
  readonly ref?: Ref<HTMLButtonElement>
}

/** A button with words. */
export function Button({ kind = 'outlined', icon, children, onPress, type = 'button', ...rest }: ButtonProps) {
  const { isBusy = false, isDisabled = false, label, isExpanded, controls, ref } = rest
  return (
    <button
      ref={ref}
      type={type}
      className={classOf(kind)}
      disabled={isDisabled}
      aria-disabled={isBusy || undefined}
      aria-label={label}
      aria-expanded={isExpanded}
      aria-controls={controls}
      onClick={(event) => {
        if (isBusy) event.preventDefault()
        else onPress?.()
      }}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}

/** The same look for something that goes to another screen. */
export function LinkButton({ kind = 'outlined', icon, children, href }: Look & { readonly href: string }) {
  return (
    <Link href={href} className={classOf(kind)}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </Link>
  )
}

function classOf(kind: ButtonKind): string {
  // The outlined one has no look beside that of every button.
  return [styles.button, styles[kind]].filter(Boolean).join(' ')
}
