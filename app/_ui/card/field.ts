/** The look of what is typed into or chosen from: as high as a button. */
export const FIELD =
  'h-7.5 w-full min-w-0 rounded-2 border border-line-strong bg-paper px-2 text-ink max-tablet:h-10'
