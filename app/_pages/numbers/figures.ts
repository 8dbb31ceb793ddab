/** What `npm run bench` wrote last. Ratios are CPU time per request against a bare route handler of the same build and run. */
import { z } from 'zod'
import { STRATEGIES } from '@/lib/strategies/strategy'
import file from './figures.json'

/** Keys of the catalogue: `bench.figure` in numbers.json. */
const WHAT = ['read', 'me', 'change', 'sign-in', 'refresh', 'recorded', 'watched', 'among'] as const

const Figure = z.object({
  /** G1, G2 … of the goals; null: measured for comparison. */
  goal: z.string().nullable(),
  what: z.enum(WHAT),
  lane: z.enum(STRATEGIES),
  /** Of `among`: how many rows there were. */
  rows: z.number().optional(),
  ratio: z.number(),
  /** 95 %, bootstrap over rounds. */
  low: z.number(),
  high: z.number(),
  rounds: z.number(),
  /** What the interval must stay below, or null. */
  most: z.number().nullable(),
})
export type Figure = z.infer<typeof Figure>

/** One request as the server's wire tap counted it: octets of head and body, statements in the lane's own tables. */
const WireCount = z.object({
  lane: z.enum(STRATEGIES),
  /** As in lib/shop/operations.ts. */
  action: z.string(),
  up: z.number(),
  down: z.number(),
  reads: z.number(),
  writes: z.number(),
})
export type WireCount = z.infer<typeof WireCount>

const Figures = z.object({
  /** ISO 8601 date; null: nothing was measured. */
  when: z.string().nullable(),
  machine: z.string(),
  node: z.string(),
  figures: z.array(Figure),
  wire: z.array(WireCount),
})

export const FIGURES = Figures.parse(file)
