/** Opens what a lab asks for, for one lane's room. */

import type { OwnedSandbox } from '@/lib/sandbox/world/sandbox'
import { openBff } from '../bff/open'
import { openBound } from '../bound/open'
import type { LabWire, WireRoom } from '../outside/wire'
import { openRemember } from '../remember/front'
import type { LabClient } from '../stage/client'
import type { OutsideDesk } from '../stage/outside-desk'
import type { LabDesk } from '../stage/server-stage'
import { openFront } from '../x01-connections/front'
import { openCachedShop } from '../x20-cache/cached-shop'

interface OutsideRoom extends WireRoom {
  wire: LabWire
  laptop: LabClient
  sandbox: OwnedSandbox
  desk: LabDesk
}

export function outsideDesk(room: OutsideRoom): OutsideDesk {
  const path = room.laptop.path.replace(/\/[^/]+$/, '')
  return {
    openFront: (manner) => openFront({ ...room, path }, manner),
    openRemember: (manner) => openRemember(room, manner),
    openCachedShop: (rules) => openCachedShop({ ...room, path }, rules),
    openBound: () => openBound(room),
    openBff: () => openBff(room),
  }
}
