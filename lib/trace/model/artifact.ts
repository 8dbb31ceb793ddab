/** A value at rest. The lanes say which of theirs lie where, so the term is theirs. */
export type { Artifact, CookieAttributes, Field, Form, Place } from '@/lib/strategies/site/artifact'
