export interface MeasuredBrowser {
  engine: string
  /** In full, as the browser says it. */
  version: string
  /** Of the run, YYYY-MM-DD. */
  date: string
}

/** WebKitGTK counts its releases by two numbers. */
const NUMBERS: Record<string, number> = { WebKitGTK: 2 }

/** With the version as people name it, which texts do too. */
export const nameOf = ({ engine, version }: MeasuredBrowser): string =>
  `${engine} ${version
    .split('.')
    .slice(0, NUMBERS[engine] ?? 1)
    .join('.')}`
