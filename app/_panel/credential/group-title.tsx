/** Above one group of parts of a credential. */
export const GroupTitle = ({ text }: { text: string }) => (
  <p className="mt-2.5 text-12 font-semibold text-ink-3">{text}</p>
)
