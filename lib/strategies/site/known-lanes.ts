/** How what is known of a lane changes, and how its rows look: lane by lane. */
import type { PrismaClient } from '@/generated/prisma/client'
import { cookieArtifacts } from '../cookie/site/artifacts'
import { cookieKeys } from '../cookie/site/keys'
import { cookieLearns } from '../cookie/site/learn'
import type { Dials } from '../dials'
import { jwtArtifacts } from '../jwt/site/artifacts'
import { jwtKeys } from '../jwt/site/keys'
import { endSignIns, endSpent, jwtLearns } from '../jwt/site/learn'
import { sessionArtifacts } from '../session/site/artifacts'
import { dropSignIns, sessionLearns } from '../session/site/learn'
import type { StrategyName } from '../strategy'
import type { Artifact } from './artifact'
import type { Finding } from './findings'
import type { LaneKeys } from './keys'
import type { HeldValue, SignInEnds } from './learn'

export interface KnownLane {
  /** By the type of the finding. */
  learns: Readonly<Partial<Record<Finding['type'], (held: HeldValue, finding: never, dials: Dials) => void>>>
  /** null: a random id is checked against a row, and not with a key. */
  keys: LaneKeys | null
  /** Seconds for which what it signed is taken past its end. Absent: none. */
  tolerance?: (dials: Dials) => number
  /** Absent: it keeps no sign-ins. */
  endSignIns?: (held: HeldValue, which: SignInEnds) => void
  /** What follows within the lane from what has changed. @param artifacts by id */
  settle?: (artifacts: Map<string, Artifact>) => void
  /** All rows of a sandbox. */
  artifacts(db: PrismaClient, sandboxId: string, dials: Dials): Promise<Artifact[]>
}

export const KNOWN: Record<StrategyName, KnownLane> = {
  cookie: { learns: cookieLearns, keys: cookieKeys, artifacts: cookieArtifacts },
  session: { learns: sessionLearns, keys: null, endSignIns: dropSignIns, artifacts: sessionArtifacts },
  jwt: {
    learns: jwtLearns,
    keys: jwtKeys,
    tolerance: ({ jwt }) => jwt.tolerance,
    endSignIns,
    settle: endSpent,
    artifacts: jwtArtifacts,
  },
}
