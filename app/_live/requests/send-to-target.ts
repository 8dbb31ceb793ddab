import { useLive } from '../state/store'
import { lanesOf, useTarget } from '../state/targets'
import { act } from './acts'
import type { ShopAct } from './requests'

/** Sends to the chosen lanes from the chosen device, all in the same tick. */
export function send(shopAct: ShopAct): void {
  // What is done now is what is shown now.
  useLive.setState({ event: null })
  void act(lanesOf(useTarget.getState().target), useLive.getState().device, shopAct)
}
