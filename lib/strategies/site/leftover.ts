/** What a turned dial leaves in the browser: a cookie that the lane looks at no more. */
import type { AllPorts } from '../ports'

export interface Leftover {
  isThere(ports: AllPorts): boolean
  /** By the next answer that is ok. */
  takeBack(ports: AllPorts): void
}
