export interface MeasuredBrowser {
  engine: string
  /** In full, as the browser says it. */
  version: string
  /** Of the run, YYYY-MM-DD. */
  date: string
}

/** With the major version, as texts name it. */
export const nameOf = ({ engine, version }: MeasuredBrowser): string => `${engine} ${version.split('.')[0]}`
