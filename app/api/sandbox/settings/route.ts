import { methods } from '@/lib/http/methods'
import { json } from '@/lib/http/problem'
import { owned, ownedWrite } from '@/lib/sandbox/control'
import { DEFAULT_SETTINGS, SettingsChange } from '@/lib/sandbox/settings'

const answer = () => json({ settings: DEFAULT_SETTINGS })

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: owned(answer),
  PATCH: ownedWrite(SettingsChange, answer),
})
