/**
 * Is this request asked for by a page of another site? (OWASP CSRF Prevention, "Fetch Metadata headers".)
 * A browser sends at least one of the two fields with each write; a client that sends neither is no browser and has no cookies of
 * somebody else to ride on. `Referer` is not asked: the other page may leave it out.
 */
import { names } from '@/lib/process/env'
import { foreignBy } from './foreign'
import { shopOrigin } from './host'

/** @param own never from the request: the scheme does not stand in it, and the name is only what was asked for */
export const crossSite = ({ headers }: Request, own = ownOrigin()): boolean =>
  foreignBy((name) => headers.get(name), own).length > 0

const ownOrigin = () => shopOrigin(names())
