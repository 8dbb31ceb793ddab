/** What the page about this site stands on: [words, address]. */
export const SOURCES = [
  ['OWASP ASVS 5.0', 'https://github.com/OWASP/ASVS/tree/v5.0.0'],
  ['OWASP Logging Cheat Sheet', 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html'],
  ['RFC 6265bis', 'https://datatracker.ietf.org/doc/html/draft-ietf-httpbis-rfc6265bis'],
  ['RFC 9700, OAuth 2.0 Security', 'https://www.rfc-editor.org/rfc/rfc9700'],
  ['RFC 8725, JWT Best Current Practices', 'https://www.rfc-editor.org/rfc/rfc8725'],
  ['RFC 9116, security.txt', 'https://www.rfc-editor.org/rfc/rfc9116'],
] as const
