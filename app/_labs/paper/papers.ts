/** On paper: for who learns, without an answer; and for who teaches, with all of them. Also the last part of the address. */
export const PAPERS = ['worksheet', 'key'] as const
export type Paper = (typeof PAPERS)[number]

export const isPaper = (name: string): name is Paper => (PAPERS as readonly string[]).includes(name)
