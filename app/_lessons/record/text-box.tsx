import { type ComponentProps, useId } from 'react'

/** A text for machines: no spelling, no capitals. */
export function TextBox({ label, ...rest }: { label: string } & Omit<ComponentProps<'textarea'>, 'id'>) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-13 font-semibold">
        {label}
      </label>
      <textarea
        id={id}
        lang="en"
        className="w-full resize-y rounded-1 border border-line-strong bg-sunk px-2.5 py-2 font-mono text-wire leading-wire wrap-anywhere"
        rows={4}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        {...rest}
      />
    </div>
  )
}
