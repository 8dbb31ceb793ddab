/**
 * Characters that a page would not show, or that change how it shows others: U+202E turns the direction of writing, so that "nimda"
 * behind it is read as "admin" (Unicode Standard Annex 9). Pure.
 */

/** Controls, formats, separators of lines, blanks that are not U+0020, halves of surrogate pairs, and what is ignored by default. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu

export interface TextPiece {
  text: string
  /** "U+202E": it stands for one that is not shown. */
  hidden: boolean
}

export function piecesOf(text: string): TextPiece[] {
  const pieces: TextPiece[] = []
  let end = 0
  for (const { 0: character, index } of text.matchAll(HIDDEN)) {
    if (index > end) pieces.push({ text: text.slice(end, index), hidden: false })
    pieces.push({ text: codePoint(character), hidden: true })
    end = index + character.length
  }
  return end < text.length ? [...pieces, { text: text.slice(end), hidden: false }] : pieces
}

const codePoint = (character: string) =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`

/** For a sentence, where pieces cannot be told apart by their look. */
export const visible = (text: string): string =>
  piecesOf(text)
    .map((piece) => piece.text)
    .join('')
