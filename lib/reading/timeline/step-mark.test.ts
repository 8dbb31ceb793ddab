import { describe, expect, it } from 'vitest'
import type { Exchange, PortCall } from '@/lib/trace/model/exchange'
import { reasonStep, refuses } from './step-mark'

function step(name: string, { ok = true, reads = 0, values = 0 } = {}): PortCall {
  const [port, operation] = name.split('.') as [string, string]
  const source = { file: '', symbol: '' }
  return {
    port,
    operation,
    ok,
    reads,
    writes: 0,
    facts: { values },
    micros: 0,
    source,
  } as unknown as PortCall
}

const told = (status: Exchange['credential']['status'], steps: PortCall[]) =>
  reasonStep({ steps, credential: { status, reason: null, email: null, expiresAt: null } })

describe('refuses', () => {
  it.each([
    ['cookies.read', 0, false],
    ['cookies.read', 2, true],
    ['carts.find', 0, false],
    ['families.findBySpentToken', 0, false],
    ['sessions.find', 0, true],
    ['accessTokens.verify', 0, true],
  ] as const)('%s, %d values: %s', (name, values, is) => {
    expect(refuses(step(name, { ok: false, values }))).toBe(is)
    expect(refuses(step(name, { values }))).toBe(false)
  })
})

describe('where the reason is told', () => {
  const read = step('cookies.read', { values: 1 })
  const found = step('families.findByToken', { reads: 1 })

  it('at the last step that read, when no step shows a refusal', () => {
    expect(told('refused', [read, found])).toBe(1)
    expect(told('expired', [read, found, step('sessions.end')])).toBe(1)
    expect(told('refused', [read])).toBe(0)
  })

  it('nowhere when nothing was refused, nothing was done, or a step says it', () => {
    expect(told('valid', [read, found])).toBe(-1)
    expect(told('refused', [])).toBe(-1)
    expect(told('refused', [read, step('sessions.find', { ok: false, reads: 1 })])).toBe(-1)
  })
})
