/** Two cards side by side whose rows share their heights: a lane's guess and what came of it stand in one line. By number of lanes. */
export const PAIRED: Record<number, string> = {
  1: 'laptop:row-span-4 laptop:grid laptop:grid-rows-subgrid',
  2: 'laptop:row-span-5 laptop:grid laptop:grid-rows-subgrid',
  3: 'laptop:row-span-6 laptop:grid laptop:grid-rows-subgrid',
}
