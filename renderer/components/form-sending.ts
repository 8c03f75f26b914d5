// Whether what runs now is the sending of a form: its fields were filled in upon what was there when it was opened.

let sending = 0

export const isFormSending = (): boolean => sending > 0

/** Ends when the form was answered. */
export async function sendForm(send: () => unknown): Promise<void> {
  sending += 1
  try {
    await send()
  } finally {
    sending -= 1
  }
}
