import { piecesOf } from '@/lib/codec/hidden-characters'

/** Somebody else's text: what would not be seen, or would turn the direction of writing, stands there by its number. */
export function VisibleText({ text }: { text: string }) {
  return (
    <bdi>
      {piecesOf(text).map((piece, i) =>
        piece.hidden ? (
          <mark
            key={i}
            className="border border-line-strong bg-mark-2 px-1 font-mono text-12 font-semibold text-inherit"
          >
            {piece.text}
          </mark>
        ) : (
          <span key={i}>{piece.text}</span>
        ),
      )}
    </bdi>
  )
}
