/** Room for an answer in words. */
export function WriteLines({ title, lines }: { title?: string; lines: number }) {
  return (
    <div className="break-inside-avoid">
      {title && <p className="pt-3 font-semibold">{title}</p>}
      <div>
        {Array.from({ length: lines }, (_, line) => (
          <div key={line} className="h-8 border-b border-line-strong" />
        ))}
      </div>
    </div>
  )
}
