/** Of the heading of a step, on the page of its lesson. */
export const titleId = (step: string): string => `step-${step}`
