import type { ReactNode } from 'react'

interface Props {
  action(form: FormData): Promise<void>
  done: boolean
  /** What comes of it in this lane. */
  children: ReactNode
}

export function Support({ action, done, children }: Props) {
  return (
    <>
      <h1>Support</h1>
      <p>{children}</p>
      {done && <p role="status">Done, as far as it goes.</p>}
      <form action={action}>
        <input type="hidden" name="id" value="mina" />
        <button type="submit">Sign Mina out everywhere</button>
      </form>
    </>
  )
}
