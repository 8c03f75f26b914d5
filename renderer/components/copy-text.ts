/** Puts text on the clipboard, during a press. Answers whether it worked, so that the screen can say so. */
export async function copyText(text: string): Promise<boolean> {
  // First the way that needs no permission, because the desktop window grants none.
  const active = document.activeElement
  const holder = document.createElement('textarea')
  holder.value = text
  holder.className = 'hide'
  // A dialog keeps the focus inside itself, so the text must be selected in there.
  const home = active?.closest('[role="dialog"], [role="alertdialog"]') ?? document.body
  home.append(holder)
  holder.select()
  const isCopied = document.execCommand('copy')
  holder.remove()
  if (active instanceof HTMLElement) active.focus()
  if (isCopied) return true
  return navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
}
