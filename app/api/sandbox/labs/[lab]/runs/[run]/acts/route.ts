import { methods } from '@/lib/http/methods'
import { playAct } from '@/lib/labs/run/control'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({ POST: playAct })
