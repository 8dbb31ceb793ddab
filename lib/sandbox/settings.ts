/** The dials of a sandbox, by lane. There are none yet: every lane runs on its defaults. */
import { z } from 'zod'
import type { StrategyName } from '../strategies/strategy'

export interface Dial {
  value: string | number | boolean
  default: string | number | boolean
}

export type Settings = Record<StrategyName, Record<string, Dial>>

export const DEFAULT_SETTINGS: Settings = { cookie: {}, session: {}, jwt: {} }

/** Only dials that exist, with values they can take. */
export const SettingsChange = z.strictObject({
  cookie: z.strictObject({}).optional(),
  session: z.strictObject({}).optional(),
  jwt: z.strictObject({}).optional(),
})
