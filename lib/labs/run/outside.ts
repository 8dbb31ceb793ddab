/** Opens what a lab asks for, for one lane's room. */

import type { LabWire, WireRoom } from '../outside/wire'
import type { LabClient } from '../stage/client'
import type { OutsideDesk } from '../stage/outside-desk'
import { openFront } from '../x01-connections/front'

interface OutsideRoom extends WireRoom {
  wire: LabWire
  laptop: LabClient
}

export function outsideDesk(room: OutsideRoom): OutsideDesk {
  const path = room.laptop.path.replace(/\/[^/]+$/, '')
  return {
    openFront: (manner) => openFront({ ...room, path }, manner),
  }
}
