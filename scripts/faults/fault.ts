/** One line of docs/faults.md. */
export interface Fault {
  /** One or more, with a space between. */
  id: string
  /** What is done. */
  title: string
  /** What has to be so. */
  goal: string
  /** @param quick a few of each: to see that it works */
  run(asked: { quick: boolean }): Promise<Seen>
}

/** What came of it. */
export interface Seen {
  tried: string
  /** '?': it broke before anybody could say. */
  lost: number | '?'
  ok: boolean
  note: string
}

/** `busy`: the load of the machine before. */
export type Result = Seen & Omit<Fault, 'run'> & { busy: string; time: string }

/** What was promised and is not so. */
export function promises() {
  const wrong: string[] = []
  const must = (what: string, isSo: boolean): void => {
    if (!isSo) wrong.push(what)
  }
  return { wrong, must }
}
