/** @param refused the last try */
export function SignIn({ action, refused }: { action(form: FormData): Promise<void>; refused: boolean }) {
  return (
    <>
      <h1>Sign in</h1>
      {refused && <p role="alert">Wrong e-mail or password.</p>}
      <form action={action}>
        <label>
          E-mail <input name="email" type="email" autoComplete="username" required />
        </label>{' '}
        <label>
          Password <input name="password" type="password" autoComplete="current-password" required />
        </label>{' '}
        <button type="submit">Sign in</button>
      </form>
    </>
  )
}
