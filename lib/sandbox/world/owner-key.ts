/** The owner's key as it stands in the cookie: the name of the cell, if there is one, then an opaque value of which the hash is stored. */
import { isElsewhere } from '@/lib/process/cell'
import { splitCell } from '@/lib/process/cell-name'
import { opaqueValues } from '@/lib/strategies/opaque'

const LENGTH = 43

const stored = (key: string) => opaqueValues.hash(splitCell(key, LENGTH).rest)

/** null: it is none, or another cell's. */
export const ownerHashOf = (key: string): string | null => (isElsewhere(key, LENGTH) ? null : stored(key))

/** Of the form in which keys are issued, by whichever cell. */
export const isKey = (key: string): boolean => stored(key) !== null

export const isKeyOfAnotherCell = (key: string): boolean => isKey(key) && isElsewhere(key, LENGTH)

/** Of this cell by its name, whether or not its sandbox still lives. */
export const isKeyOfThisCell = (key: string): boolean =>
  isKey(key) && splitCell(key, LENGTH).cell !== '' && !isElsewhere(key, LENGTH)
