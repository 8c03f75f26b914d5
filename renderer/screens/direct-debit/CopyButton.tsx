import { useState } from 'react'
import { Button } from '../../components/Button.tsx'
import { copyText } from '../../components/copy-text.ts'
import { Status } from '../../components/Status.tsx'

export interface CopyButtonProps {
  readonly text: string
  readonly children: string
  readonly done: string
  readonly label?: string
}

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, children, done, label }: CopyButtonProps) {
  const [isCopied, setCopied] = useState(false)
  return (
    <span className="cluster">
      <Button label={label} onPress={() => void copyText(text).then(setCopied)}>
        {children}
      </Button>
      <span role="status">{isCopied && <Status kind="ok">{done}</Status>}</span>
    </span>
  )
}
