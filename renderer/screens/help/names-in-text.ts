/** A piece of a text of help: words, or the name of something on the screen by its key. */
export type HelpPiece = { readonly words: string } | { readonly key: string }

/** `Kies [members.add].` is words, a name, words. */
export function namesInText(text: string): readonly HelpPiece[] {
  return text
    .split(/(\[[\w.]+\])/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^\[[\w.]+\]$/.test(piece) ? { key: piece.slice(1, -1) } : { words: piece }))
}
