import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCookie } from '@/lib/testing/exchanges'
import type { Artifact } from './artifact'
import { type Ability, type ExposureContext, exposureOf, READERS, REASONS, type Reader } from './exposure'

const NOW = '2026-11-23T04:00:00.000Z'
const TLS = { tls: true, at: NOW }
const httpOnly = aCookie({})
const sealed = aCookie({ form: 'sealed', contents: [{ name: 'cart', value: '{}' }] })
const scriptable = withAttributes(httpOnly, { httpOnly: false })
const bearer: Artifact = {
  ...aCookie({ form: 'signed', place: 'memory', name: 'access token' }),
  attributes: null,
}
const inStorage: Artifact = { ...bearer, place: 'localStorage' }
const row: Artifact = {
  ...aCookie({
    side: 'server',
    place: 'row',
    name: 'Session',
    form: 'plain',
    value: null,
    credential: false,
  }),
  attributes: null,
  contents: [{ name: 'idHash', value: 'h', form: 'hashed' }],
}
const rawRow: Artifact = {
  ...row,
  credential: true,
  value: 'raw',
  contents: [{ name: 'idHash', value: 'raw', form: 'random' }],
}
const key: Artifact = { ...row, place: 'key', name: 'sealing key 1', contents: [], expiresAt: null }

function withAttributes(
  artifact: Artifact,
  differing: Partial<NonNullable<Artifact['attributes']>>,
): Artifact {
  return { ...artifact, attributes: { ...artifact.attributes!, ...differing } }
}

const abilities = (artifact: Artifact, surroundings: ExposureContext = TLS) => {
  const { cells } = exposureOf(artifact, surroundings)
  return Object.fromEntries(READERS.map((reader) => [reader, cells[reader].abilities.join(' ')]))
}

describe('who can do what', () => {
  test('a random id in an HttpOnly cookie', () =>
    expect(abilities(httpOnly)).toEqual({
      'page-script': 'blind',
      'other-site': 'blind',
      network: '',
      'device-holder': 'read replay',
      'database-copy': '',
      'server-key': '',
      'next-person': 'replay',
    }))

  test('a sealed cookie: whoever has it can use it, only the key opens it', () =>
    expect(abilities(sealed)).toEqual({
      'page-script': 'blind',
      'other-site': 'blind',
      network: '',
      'device-holder': 'replay',
      'database-copy': '',
      'server-key': 'read alter replay',
      'next-person': 'replay',
    }))

  test('a signed token in memory: the page reads it, nobody sends it blindly, the key makes another', () =>
    expect(abilities(bearer)).toEqual({
      'page-script': 'read replay',
      'other-site': '',
      network: '',
      'device-holder': 'read replay',
      'database-copy': '',
      'server-key': 'alter replay',
      'next-person': 'replay',
    }))

  test('a row: read by whoever copies the table, and its hash signs nobody in', () =>
    expect(abilities(row)).toEqual({
      'page-script': '',
      'other-site': '',
      network: '',
      'device-holder': '',
      'database-copy': 'read',
      'server-key': '',
      'next-person': '',
    }))

  test('a server key lies with the server', () =>
    expect(abilities(key)).toEqual({ ...abilities(row), 'database-copy': '', 'server-key': 'read' }))

  test('a row with the id as it is: whoever copies the table has the keys', () => {
    expect(abilities(rawRow)).toEqual({
      ...abilities(row),
      'database-copy': 'read replay',
      'next-person': 'replay',
    })
    expect(exposureOf(rawRow, TLS).cells['database-copy'].because).toBe('rawInDatabase')
  })

  test('a verification key gives nobody anything', () => {
    const { cells } = exposureOf({ ...key, public: true }, TLS)
    expect(READERS.filter((reader) => cells[reader].abilities.length > 0)).toEqual([])
    expect(cells['server-key'].because).toBe('publicKey')
  })

  test('a token in localStorage: read by any script, also by one that comes later', () => {
    expect(abilities(inStorage)).toEqual(abilities(bearer))
    expect(exposureOf(inStorage, TLS).cells['page-script'].because).toBe('localStorage')
  })

  test('a plain cookie that has ended: still read, and changing it is of no use', () =>
    expect(abilities(aCookie({ form: 'plain', ended: true }))).toEqual({
      'page-script': '',
      'other-site': '',
      network: '',
      'device-holder': 'read',
      'database-copy': '',
      'server-key': '',
      'next-person': '',
    }))

  test('a plain cookie that script can reach: everybody who has it changes it unnoticed', () =>
    expect(
      abilities(
        withAttributes(aCookie({ form: 'plain' }), { httpOnly: false, sameSite: 'None', secure: false }),
      ),
    ).toEqual({
      'page-script': 'read alter replay',
      'other-site': 'blind',
      network: 'read alter replay',
      'device-holder': 'read alter replay',
      'database-copy': '',
      'server-key': '',
      'next-person': 'replay',
    }))
})

/** From → to, and the cells that differ. */
const CHANGES: [what: string, from: Artifact, to: Artifact, cells: Reader[]][] = [
  ['HttpOnly taken off', httpOnly, scriptable, ['page-script']],
  ['HttpOnly taken off a seal', sealed, withAttributes(sealed, { httpOnly: false }), ['page-script']],
  ['SameSite Lax to Strict', httpOnly, withAttributes(httpOnly, { sameSite: 'Strict' }), ['other-site']],
  ['SameSite Lax to None', httpOnly, withAttributes(httpOnly, { sameSite: 'None' }), ['other-site']],
  ['SameSite Lax to absent', httpOnly, withAttributes(httpOnly, { sameSite: 'absent' }), ['other-site']],
  ['Secure taken off', httpOnly, withAttributes(httpOnly, { secure: false }), ['network']],
  ['another path', httpOnly, withAttributes(httpOnly, { path: '/' }), []],
  ['sealed to signed', sealed, aCookie({ form: 'signed' }), ['device-holder', 'server-key']],
  [
    'signed to plain',
    aCookie({ form: 'signed' }),
    aCookie({ form: 'plain' }),
    ['device-holder', 'server-key'],
  ],
  ['random to plain', httpOnly, aCookie({ form: 'plain' }), ['device-holder']],
  [
    'signed to plain, in reach of script',
    { ...scriptable, form: 'signed' },
    { ...scriptable, form: 'plain' },
    ['page-script', 'device-holder', 'server-key'],
  ],
  ['memory to localStorage: another reason, the same abilities', bearer, inStorage, ['page-script']],
  [
    'no credential',
    httpOnly,
    aCookie({ credential: false }),
    ['page-script', 'other-site', 'device-holder', 'next-person'],
  ],
  [
    'ended',
    httpOnly,
    aCookie({ ended: true }),
    ['page-script', 'other-site', 'device-holder', 'next-person'],
  ],
  [
    'another end',
    httpOnly,
    aCookie({ expiresAt: null }),
    ['page-script', 'other-site', 'device-holder', 'next-person'],
  ],
  ['an id stored raw', row, rawRow, ['database-copy', 'next-person']],
  ['a key made public', key, { ...key, public: true }, ['server-key']],
  ['a row with no hashed column', row, { ...row, contents: [] }, ['database-copy']],
  [
    'a row that holds the credential as it is',
    row,
    { ...row, credential: true },
    ['database-copy', 'next-person'],
  ],
  ['other bytes and another name', httpOnly, aCookie({ bytes: 1, name: 'x', device: 'phone' }), []],
]

const changed = (from: Artifact, to: Artifact, was = TLS, is = TLS): Reader[] => {
  const before = exposureOf(from, was).cells
  const after = exposureOf(to, is).cells
  return READERS.filter((reader) => JSON.stringify(before[reader]) !== JSON.stringify(after[reader]))
}

describe('an end that has passed', () => {
  const at = (time: string, artifact: Artifact) => exposureOf(artifact, { tls: true, at: time }).cells
  const [before, end] = ['2026-11-23T15:59:59.999Z', '2026-11-23T16:00:00.000Z']

  test('counts from the end itself, as a refusal does', () => {
    expect(at(before, bearer)['next-person']).toMatchObject({ abilities: ['replay'], until: end })
    expect(at(end, bearer)['next-person']).toEqual({ abilities: [], because: 'ended', until: null })
    expect(at(end, bearer)).toEqual(at(before, { ...bearer, ended: true }))
  })

  test('a signed value lives on for the tolerance', () => {
    const around = (time: string) => exposureOf(bearer, { tls: true, at: time, tolerance: 5 }).cells
    expect(around('2026-11-23T16:00:04.999Z')['next-person'].abilities).toEqual(['replay'])
    expect(around('2026-11-23T16:00:05.000Z')['next-person'].because).toBe('ended')
  })

  test('leaves a text that can be read, and says so', () =>
    expect(at(end, bearer)['device-holder']).toEqual({
      abilities: ['read'],
      because: 'endedReadable',
      until: null,
    }))

  test('does not concern whoever has the key', () =>
    expect(at(end, bearer)['server-key']).toEqual(at(before, bearer)['server-key']))
})

describe('the network and Secure', () => {
  const because = (artifact: Artifact, tls: boolean) =>
    exposureOf(artifact, { tls, at: NOW }).cells.network.because
  const open = withAttributes(httpOnly, { secure: false })

  test.each<[Artifact, tls: boolean, string]>([
    [httpOnly, true, 'secureOverTls'],
    [httpOnly, false, 'secureOverPlain'],
    [open, true, 'notSecure'],
    [open, false, 'plainHttp'],
    [bearer, true, 'tls'],
    [bearer, false, 'plainHttp'],
  ])('%#', (artifact, tls, reason) => expect(because(artifact, tls)).toBe(reason))
})

describe('changing one thing changes exactly these cells', () => {
  test.each(CHANGES)('%s', (_, from, to, cells) => expect(changed(from, to)).toEqual(cells))
  test('TLS taken off the wire', () =>
    expect(changed(httpOnly, httpOnly, TLS, { tls: false, at: NOW })).toEqual(['network']))
})

const anArtifact: fc.Arbitrary<Artifact> = fc.record({
  id: fc.constant('x'),
  side: fc.constantFrom('browser', 'server'),
  place: fc.constantFrom('cookie', 'memory', 'localStorage', 'row', 'key'),
  device: fc.constant('laptop'),
  name: fc.constant('x'),
  form: fc.constantFrom('plain', 'signed', 'sealed', 'random', 'hashed'),
  value: fc.constant(null),
  credential: fc.boolean(),
  bytes: fc.nat(),
  attributes: fc.record({
    path: fc.constant('/'),
    httpOnly: fc.boolean(),
    secure: fc.boolean(),
    sameSite: fc.constantFrom('Lax', 'Strict', 'None', 'absent'),
  }),
  expiresAt: fc.constantFrom(null, '2026-11-23T16:00:00.000Z'),
  contents: fc.constantFrom([], [{ name: 'h', value: 'h', form: 'hashed' }]),
  ended: fc.boolean(),
  public: fc.boolean(),
}) as fc.Arbitrary<Artifact>

describe('whatever the artifact', () => {
  test.each<[attribute: keyof NonNullable<Artifact['attributes']>, reader: Reader, values: unknown[]]>([
    ['httpOnly', 'page-script', [true, false]],
    ['secure', 'network', [true, false]],
    ['sameSite', 'other-site', ['Lax', 'Strict', 'None', 'absent']],
  ])('%s concerns only %s', (attribute, reader, values) =>
    fc.assert(
      fc.property(anArtifact, fc.constantFrom(...values), (artifact, value) => {
        const cells = changed(artifact, withAttributes(artifact, { [attribute]: value }))
        expect(cells.filter((one) => one !== reader)).toEqual([])
      }),
    ),
  )

  test('an ability is never gained by ending, nor by being no credential', () =>
    fc.assert(
      fc.property(anArtifact, (artifact) => {
        const all = exposureOf({ ...artifact, ended: false, credential: true }, TLS).cells
        for (const less of [{ ended: true }, { credential: false }]) {
          const some = exposureOf({ ...artifact, credential: true, ...less }, TLS).cells
          for (const reader of READERS)
            expect(all[reader].abilities).toEqual(expect.arrayContaining(some[reader].abilities as Ability[]))
        }
      }),
    ))

  test('every reason is a known one, and an end is given only for a use', () =>
    fc.assert(
      fc.property(anArtifact, fc.boolean(), (artifact, tls) => {
        for (const { because, until, abilities: held } of Object.values(
          exposureOf(artifact, { tls, at: NOW }).cells,
        )) {
          expect(REASONS).toContain(because)
          if (until !== null) expect(held.includes('replay') || held.includes('blind')).toBe(true)
        }
      }),
    ))
})
