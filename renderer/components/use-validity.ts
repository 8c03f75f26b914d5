import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

interface Validity<C extends Control> {
  readonly ref: RefObject<C | null>
  /** What is wrong, once it may be said: after the field was left, or when the form was sent. */
  readonly shown: string | undefined
  readonly say: () => void
  readonly onInvalid: () => void
}

/**
 * Lets the browser itself hold back a form whose field cannot be read: `problem` becomes the control's own validity, so
 * no caller can forget to ask. An empty required field is said in `required`.
 */
export function useValidity<C extends Control>(problem: string | undefined, required: string | undefined): Validity<C> {
  const ref = useRef<C | null>(null)
  const [isTold, setTold] = useState(false)
  const wrong = problem ?? required
  useEffect(() => {
    ref.current?.setCustomValidity(wrong ?? '')
    if (!wrong) setTold(false)
  }, [wrong])
  // Leaving an empty required field is no mistake yet; leaving unreadable text is.
  const say = useCallback(() => {
    if (problem) setTold(true)
  }, [problem])
  const onInvalid = useCallback(() => setTold(true), [])
  return { ref, shown: isTold ? wrong : undefined, say, onInvalid }
}
