/**
 * The browser whose run of the browser tests holds what this site says about a version. No text names a version of its own: the file is
 * written by a run in which all of them passed (scripts/measured.ts).
 */
import { type MeasuredBrowser, nameOf } from './browser'
import measured from './measured.json'

export const MEASURED_IN: string = nameOf(measured satisfies MeasuredBrowser)
