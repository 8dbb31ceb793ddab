/** Names of places on the page of a lesson. */

/** Of the heading of a step. */
export const titleId = (step: string): string => `step-${step}`

/** In the place of a step: of the heading behind the last one. */
export const END = 'end'

/** Of the sandbox, beside the lesson. */
export const SANDBOX = 'lesson-sandbox'
