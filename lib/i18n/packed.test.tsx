import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { MoreWords, useText, WordsProvider } from './client'
import { loadMessages } from './messages'
import { open, pack } from './packed'

it('is one text for one catalogue, and is read once', async () => {
  const { told } = pack(await loadMessages('en', ['told']))
  expect(pack(await loadMessages('en', ['told'])).told).toBe(told)
  expect(open(told!)).toEqual((await loadMessages('en', ['told'])).told)
  expect(open(told!)).toBe(open(told!))
})

function Said() {
  return `${useText('told')('live')} ${useText('shop')('empty')}`
}

it('says the same words', async () => {
  const messages = await loadMessages('ko', ['told', 'shop'])
  const { told, shop } = pack(messages)
  const said = (own: Parameters<typeof WordsProvider>[0]['messages'], more = {}) =>
    renderToStaticMarkup(
      <WordsProvider locale="ko" messages={own}>
        <MoreWords messages={more}>
          <Said />
        </MoreWords>
      </WordsProvider>,
    )
  expect(said({ told: told! }, { shop })).toBe(said(messages))
})
