/** Set-Cookie lines as the trace reads them: however they are written, as a browser does. */
import { describe, expect, it } from 'vitest'
import type { HeaderLine } from '../model/exchange'
import { createLedger } from './ledger'
import { noteAnswer } from './wire-holdings'

const NOW = new Date('2026-11-02T10:00:00Z')
const NAME = '__Secure-session'

function heldAfter(...lines: string[]) {
  const ledger = createLedger()
  const client = { strategy: 'session', device: 'laptop', shopPath: '/s' } as const
  for (const line of lines) {
    const headers: HeaderLine[] = [['set-cookie', line]]
    noteAnswer(ledger, client, headers, new Map(), NOW)
  }
  return ledger.held('session', 'laptop')
}

describe('what an answer leaves with the client', () => {
  it.each([
    [`${NAME}=1; Path=/s; Max-Age=60; HttpOnly; Secure; SameSite=Lax`, '2026-11-02T10:01:00.000Z'],
    [`${NAME}=1;samesite=LAX;path=/s ;  secure;HTTPONLY;max-age=60`, '2026-11-02T10:01:00.000Z'],
    [`${NAME}=1; Path=/s; HttpOnly; Secure; SameSite=Lax; Max-Age=60; Max-Age=x`, '2026-11-02T10:01:00.000Z'],
    [
      `${NAME}=1; Path=/s; HttpOnly; Secure; SameSite=Lax; Expires=Thu, 01-Jan-27 00:00:00 GMT`,
      '2027-01-01T00:00:00.000Z',
    ],
  ])('%s', (line, keptUntil) => {
    expect(heldAfter(line)).toMatchObject([
      {
        name: NAME,
        value: '1',
        attributes: { path: '/s', httpOnly: true, secure: true, sameSite: 'Lax', keptUntil },
      },
    ])
  })

  it('is without an end or SameSite where the line has none', () => {
    expect(heldAfter(`${NAME}=1; Path=/s; Expires=2027-01-01`)[0]?.attributes).toEqual({
      path: '/s',
      httpOnly: false,
      secure: false,
      sameSite: 'absent',
    })
  })

  it.each(['Max-Age=0', 'max-age=-1', 'Expires=Thu, 01 Jan 1970 00:00:00 GMT'])(
    'goes with %s',
    (attribute) => {
      expect(heldAfter(`${NAME}=1; Path=/s`, `${NAME}=; Path=/s;${attribute}`)).toEqual([])
    },
  )

  it('stays where a line is ignored', () => {
    for (const line of [`${NAME}=${'x'.repeat(4096)}; Path=/s`, `${NAME}=2\u0001; Path=/s`])
      expect(heldAfter(`${NAME}=1; Path=/s`, line)[0]?.value).toBe('1')
  })
})
