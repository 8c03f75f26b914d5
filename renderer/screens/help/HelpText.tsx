import { useTranslation } from 'react-i18next'
import { namesInText } from './names-in-text.ts'
import { useScreenName } from './use-screen-name.ts'

/** A sentence of help, with what stands on the screen in strong letters. */
export function HelpText({ text }: { readonly text: string }) {
  const nameOf = useScreenName()
  const { i18n } = useTranslation()
  return namesInText(text).map((piece, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never change places
    'key' in piece ? <b key={`${i18n.language} ${at}`}>{nameOf(piece.key)}</b> : piece.words,
  )
}
