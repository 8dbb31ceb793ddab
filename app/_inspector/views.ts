/** The four views of the panel, in one piece: who opens one soon opens another. */
export { Exposed } from './exposed'
export { LaneViews } from './lane-views'
export { Steps } from './steps'
export { Stored } from './stored'
export { Wire } from './wire'
