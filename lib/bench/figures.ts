/** What `npm run bench` wrote last. Ratios are CPU time per request against a bare route handler of the same build and run. */
import { z } from 'zod'
import file from './figures.json'

const Figure = z.object({
  /** G1, G2 … of the goals; null: measured for comparison. */
  goal: z.string().nullable(),
  name: z.string(),
  ratio: z.number(),
  /** 95 %, bootstrap over rounds. */
  low: z.number(),
  high: z.number(),
  /** What the interval must stay below, or null. */
  most: z.number().nullable(),
})
export type Figure = z.infer<typeof Figure>

const Figures = z.object({
  /** ISO 8601 date; null: nothing was measured. */
  when: z.string().nullable(),
  machine: z.string(),
  node: z.string(),
  figures: z.array(Figure),
})

export const FIGURES = Figures.parse(file)
