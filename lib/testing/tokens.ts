/** What a token says, without asking whether it is authentic. */
export function decoded(token: string) {
  const [header, claims] = token.split('.').map((part) => Buffer.from(part!, 'base64url').toString())
  return { header: JSON.parse(header!), claims: JSON.parse(claims!) }
}
