import { piecesOf } from '@/lib/codec/hidden-characters'

/** Somebody else's text: what would not be seen, or would turn the direction of writing, stands there by its number. */
export function VisibleText({ text }: { text: string }) {
  return (
    <bdi>
      {piecesOf(text).map((piece, i) =>
        piece.hidden ? (
          <mark key={i} className="codepoint">
            {piece.text}
          </mark>
        ) : (
          <span key={i}>{piece.text}</span>
        ),
      )}
    </bdi>
  )
}
