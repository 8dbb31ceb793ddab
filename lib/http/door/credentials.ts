import type { IncomingMessage } from 'node:http'

/** Node keeps the first of two and says nothing. Which one is meant is not for the server to guess: joined, it is refused as malformed. */
export function keepBothAuthorizations({ rawHeaders, headers }: IncomingMessage): void {
  const values = rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'authorization',
  )
  if (values.length > 1) headers.authorization = values.join(', ')
}
