/** Names for the log: enough to see that two lines speak of one thing, too little to act as it or to find out who it is. */
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { BoundedMap } from '@/lib/process/bounded-map'
import { perProcess } from '@/lib/process/once'

const SHOWN = 12

/** 72 bits of a SHA-256. Whoever has the database can find the row; whoever has the log cannot make the name. */
export const hashedId = (id: string): string =>
  createHash('sha256').update(id).digest('base64url').slice(0, SHOWN)

/** Under a key that ends with the process: the few billion addresses there are could all be tried on a plain hash. */
export const hashedAddress = (address: string): string =>
  addresses().get(address) ?? addresses().keep(address, hashUnderKey(address))

const hashUnderKey = (address: string) =>
  createHmac('sha256', addressKey()).update(address).digest('base64url').slice(0, SHOWN)

/** Asked for several times in each request, and a class sits behind one. */
const addresses = () => perProcess('log-addresses', () => new BoundedMap<string, string>(1000))
const addressKey = () => perProcess('log-address-key', () => randomBytes(32))
