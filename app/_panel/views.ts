/** The views of the panel, in one piece: who opens one soon opens another. */
export { EventEvidence } from './evidence/event-evidence'
export { Exposed } from './exposed/exposed'
export { LaneViews } from './lane-views'
export { Steps } from './steps/steps'
export { Stored } from './stored/stored'
export { Wire } from './wire/wire'
