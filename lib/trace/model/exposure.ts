/**
 * Who can do what with an artifact. Derived from where it lies and in what form, and from nothing else; no other file
 * has a verdict word in it. Pure: the browser computes the same.
 */
import type { Artifact } from './artifact'

export const READERS = [
  'page-script', // a script that runs on the shop's page (injected, or a poisoned package)
  'other-site', // a page of another site in the same browser
  'network', // on the path between browser and server, reading and altering
  'device-holder', // sits at the unlocked device, with developer tools
  'database-copy', // has a copy of the tables
  'server-key', // has the server's keys, and nothing else
  'next-person', // got hold of the credential itself, however
] as const
export type Reader = (typeof READERS)[number]

/**
 * What a reader may do; several may hold at once.
 * `read`: learn what it says. `alter`: change it so that the server believes the change. `replay`: use it from elsewhere.
 * `blind`: make this browser send it, without reading it.
 */
export type Ability = 'read' | 'alter' | 'replay' | 'blind'

/** Keys of the sentences that say why. */
export const REASONS = [
  'httpOnly',
  'scriptReadable',
  'pageMemory',
  'localStorage',
  'sameOrigin',
  'sameSiteStrict',
  'sameSiteLax',
  'sameSiteNone',
  'sameSiteAbsent',
  'tls',
  'secureOverTls',
  'plainHttp',
  'secureOverPlain',
  'notSecure',
  'notSent',
  'onDevice',
  'serverSide',
  'notInDatabase',
  'inDatabase',
  'rawInDatabase',
  'hashed',
  'sealed',
  'keySeals',
  'keySigns',
  'isTheKey',
  'publicKey',
  'noKey',
  'holder',
  'notCredential',
  'ended',
  'endedReadable',
] as const
export type Reason = (typeof REASONS)[number]

export interface ExposureCell {
  abilities: Ability[]
  because: Reason
  /** Until when `replay` or `blind` is of use: ISO 8601 by the sandbox clock; null: no end of its own, or nothing to use. */
  until: string | null
}

export interface Exposure {
  artifactId: string
  cells: Record<Reader, ExposureCell>
}

export interface ExposureContext {
  /** Is the wire between browser and server encrypted? */
  tls: boolean
  /** When it is asked: ISO 8601 by the sandbox clock. What has reached its end by then is of no use. */
  at: string
  /** Seconds for which the server accepts a signed value past its end (the dial `tolerance`). */
  tolerance?: number
}

type Verdict = [abilities: Ability[], because: Reason]

export function exposureOf(asked: Artifact, around: ExposureContext): Exposure {
  const { tls } = around
  const artifact = { ...asked, ended: asked.ended || isOver(asked, around) }
  const cells = {
    'page-script': cell(artifact, pageScript(artifact)),
    'other-site': cell(artifact, otherSite(artifact)),
    network: cell(artifact, network(artifact, tls)),
    'device-holder': cell(artifact, deviceHolder(artifact)),
    'database-copy': cell(artifact, databaseCopy(artifact)),
    'server-key': serverKey(artifact),
    'next-person': cell(artifact, nextPerson(artifact)),
  }
  return { artifactId: artifact.id, cells }
}

/** RFC 7519 section 4.1.4: on or after its end it must not be accepted. */
const isOver = (artifact: Artifact, around: ExposureContext): boolean =>
  endOf(artifact, around) <= Date.parse(around.at)

/** Milliseconds since the epoch. */
export function endOf(
  { expiresAt, form }: Artifact,
  { tolerance = 0 }: Pick<ExposureContext, 'tolerance'>,
): number {
  if (expiresAt === null) return Number.POSITIVE_INFINITY
  return Date.parse(expiresAt) + (form === 'signed' ? tolerance * 1000 : 0)
}

function pageScript(artifact: Artifact): Verdict {
  if (artifact.side === 'server') return [[], 'serverSide']
  if (artifact.place === 'localStorage') return [holding(artifact), 'localStorage']
  if (artifact.place !== 'cookie') return [holding(artifact), 'pageMemory']
  return artifact.attributes?.httpOnly
    ? [sending(artifact), 'httpOnly']
    : [holding(artifact), 'scriptReadable']
}

/**
 * RFC 6265bis sections 5.6.7.1 and 5.8.3: from another site Lax goes along with a top-level navigation by a safe method, Strict never. Without
 * the attribute it is as with Lax, and a browser may let a young cookie go along with an unsafe method too (section 5.6.7.2).
 */
function otherSite(artifact: Artifact): Verdict {
  if (artifact.side === 'server') return [[], 'serverSide']
  if (artifact.place !== 'cookie') return [[], 'sameOrigin']
  const sameSite = artifact.attributes?.sameSite ?? 'Lax'
  return sameSite === 'Strict' ? [[], 'sameSiteStrict'] : [sending(artifact), SENT_BECAUSE[sameSite]]
}

const SENT_BECAUSE = { Lax: 'sameSiteLax', None: 'sameSiteNone', absent: 'sameSiteAbsent' } as const

/** Over TLS a cookie without `Secure` can still be drawn out: one plain http link to the same host, and it travels open. */
function network(artifact: Artifact, tls: boolean): Verdict {
  if (artifact.side === 'server') return [[], 'serverSide']
  if (artifact.place !== 'cookie' && !artifact.credential) return [[], 'notSent']
  const secure = artifact.attributes?.secure === true
  if (!tls) return [holding(artifact), secure ? 'secureOverPlain' : 'plainHttp']
  if (artifact.place !== 'cookie') return [[], 'tls']
  return secure ? [[], 'secureOverTls'] : [holding(artifact), 'notSecure']
}

function deviceHolder(artifact: Artifact): Verdict {
  if (artifact.side === 'server') return [[], 'serverSide']
  return [holding(artifact), artifact.form === 'sealed' ? 'sealed' : 'onDevice']
}

/** A copy: what is changed in it changes nothing here. */
function databaseCopy(artifact: Artifact): Verdict {
  const { place, form, credential, contents } = artifact
  if (place !== 'row') return [[], 'notInDatabase']
  const abilities = holding(artifact).filter((ability) => ability !== 'alter')
  if (form === 'sealed') return [abilities, 'sealed']
  if (abilities.includes('replay')) return [abilities, 'rawInDatabase']
  const onlyHashes = form === 'hashed' || (!credential && contents.some((field) => field.form === 'hashed'))
  return [abilities, onlyHashes ? 'hashed' : 'inDatabase']
}

/** Whoever has the key makes credentials of his own, with an end of his own: `until` is null. */
function serverKey({ form, place, credential, public: isPublic }: Artifact): ExposureCell {
  if (isPublic) return { abilities: [], because: 'publicKey', until: null }
  if (place === 'key') return { abilities: ['read'], because: 'isTheKey', until: null }
  if (form === 'sealed')
    return { abilities: ['read', 'alter', ...only(credential, 'replay')], because: 'keySeals', until: null }
  if (form === 'signed')
    return { abilities: ['alter', ...only(credential, 'replay')], because: 'keySigns', until: null }
  return { abilities: [], because: 'noKey', until: null }
}

function nextPerson(artifact: Artifact): Verdict {
  return artifact.credential && artifact.form !== 'hashed' ? [['replay'], 'holder'] : [[], 'notCredential']
}

/** What having the text itself gives: a seal hides what is in it, and only plain text can be changed unnoticed. */
function holding({ form, credential }: Artifact): Ability[] {
  return [
    ...only(form !== 'sealed' && form !== 'hashed', 'read'),
    ...only(form === 'plain', 'alter'),
    ...only(credential && form !== 'hashed', 'replay'),
  ]
}

const sending = ({ credential }: Artifact): Ability[] => only(credential, 'blind')
const only = (holds: boolean, ability: Ability): Ability[] => (holds ? [ability] : [])

/** What the server refuses anyway can still be read, and is of no other use. */
function cell({ ended, expiresAt }: Artifact, [abilities, because]: Verdict): ExposureCell {
  if (ended && abilities.some((ability) => ability !== 'read')) {
    const left = abilities.filter((ability) => ability === 'read')
    return { abilities: left, because: left.length > 0 ? 'endedReadable' : 'ended', until: null }
  }
  return { abilities, because, until: abilities.some(isUse) ? expiresAt : null }
}

const isUse = (ability: Ability) => ability === 'replay' || ability === 'blind'
