import { serverLab } from '../lab'
import { play, type WhereMoment, type WhereOutcome } from './play'

const IN_COOKIE = { jwt: { carrier: 'cookie' } } as const

/** Pages of this very site, made with Next.js: the same orders, and the check in one place or another. Who gets past it? */
export const lab = serverLab<string, WhereMoment, WhereOutcome>({
  id: 'X24',
  slug: 'x24-where',
  group: 'systems',
  lesson: [16, 4],
  ofFramework: true,
  settles: [],
  acts: ['order', 'stranger', 'force-sign-out', 'renew'],
  moments: ['own', 'load', 'by-hand', 'list', 'action', 'made-up', 'ended', 'renewed'],
  outcomes: {
    'shown-to-her': 'held',
    'not-known': 'neutral',
    shown: 'exposed',
    'in-source': 'exposed',
    refused: 'held',
    acted: 'exposed',
    renewed: 'held',
    'old-goes-on': 'neutral',
    'signed-out': 'exposed',
  },
  asks: { moment: 'by-hand', between: ['shown', 'refused'] },
  positions: [
    {
      id: 'default',
      dials: {},
      expected: {
        cookie: everywhere('refused', 'shown', 'renewed'),
        session: everywhere('refused', 'refused', 'renewed'),
        jwt: { ...everywhere('refused', 'refused', 'renewed'), own: 'not-known' },
      },
    },
    {
      id: 'told',
      dials: { cookie: { generation: true }, jwt: { carrier: 'cookie', denylist: true } },
      expected: {
        cookie: everywhere('refused', 'refused', 'renewed'),
        jwt: everywhere('refused', 'refused', 'renewed'),
      },
    },
    {
      id: 'page',
      dials: IN_COOKIE,
      expected: {
        cookie: page('shown', 'old-goes-on'),
        session: page('refused', 'signed-out'),
        jwt: page('shown', 'signed-out'),
      },
    },
    {
      id: 'layout',
      dials: IN_COOKIE,
      expected: { cookie: layout('old-goes-on'), session: layout('signed-out'), jwt: layout('signed-out') },
    },
    {
      id: 'proxy',
      dials: IN_COOKIE,
      expected: { cookie: proxy(), session: proxy(), jwt: proxy() },
    },
  ],

  play,
})

function everywhere(asked: 'refused', ended: 'shown' | 'refused', renewed: 'renewed') {
  return {
    own: 'shown-to-her',
    load: asked,
    'by-hand': asked,
    list: asked,
    action: asked,
    'made-up': asked,
    ended,
    renewed,
  } as const
}

/** The route handler beside the page and the Server Action are other addresses. */
function page(ended: 'shown' | 'refused', renewed: 'old-goes-on' | 'signed-out') {
  return { ...everywhere('refused', ended, 'renewed'), list: 'shown', action: 'acted', renewed } as const
}

/** It redirects, and its pages are in the answer all the same. For who says that he has it, it is not drawn again. */
function layout(renewed: 'old-goes-on' | 'signed-out') {
  return {
    ...page('shown', renewed),
    load: 'in-source',
    'made-up': 'in-source',
    'by-hand': 'shown',
  } as const
}

/** Only whether there is a cookie, not whether it is good. */
function proxy() {
  return {
    ...everywhere('refused', 'shown', 'renewed'),
    'made-up': 'shown',
    action: 'acted',
  } as const
}
