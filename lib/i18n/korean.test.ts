/** The decided words of docs/korean.md: a word that was decided against is in no Korean text. */
import { expect, it } from 'vitest'
import { allMessages } from '@/lib/testing/text/catalogues'
import type { Messages } from './format'

function leaves(messages: Messages, path: string): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${path}.${name}`, value] as [string, string]]
      : leaves(value, `${path}.${name}`),
  )
}

const texts = Object.entries(await allMessages('ko')).flatMap(([name, messages]) =>
  leaves(messages as Messages, name),
)

/** `but`: where the word is right. */
const DECIDED_AGAINST: { word: RegExp; instead: string; but?: RegExp }[] = [
  { word: /회수/, instead: '무효화; 회수(무효화) in the headline', but: /회수\(무효화\)/ },
  {
    word: /통(?:합니|하지|하게|해야|하는|할|한다)/,
    instead: '유효하다, 쓸 수 있다, 반영되다',
    but: /공격은 통하지 않|토큰으로 통할 수/,
  },
  { word: /체크섬/, instead: '인증 코드(MAC)' },
  { word: /알아서/, instead: '자동으로', but: /알아서는/ },
  { word: /하위 호스트/, instead: '하위 도메인' },
  { word: /네트워크 주소/, instead: 'IP 주소' },
  { word: /다음 단계에서/, instead: '이전에 …, …된 단계' },
  { word: /창 전체/, instead: '최상위 탐색' },
  { word: /그 사이/, instead: '그사이' },
  { word: /새로 고친/, instead: '새로 고침한' },
  { word: /(?:휴대폰|노트북|기기)(?:을|를)? 종료/, instead: '로그아웃시키다' },
  { word: /(?:휴대폰|노트북)에 로그인/, instead: '에서 로그인' },
  { word: /장바구니를 (?:썼|씁|쓰는)/, instead: '담다, 저장하다' },
  { word: /누구나 읽습니다/, instead: '누구나 읽을 수 있습니다' },
  { word: /나열/, instead: '목록' },
  { word: /만료(?:하거나|하기|할 수)/, instead: '만료시키다' },
  { word: /이 값을 보지 않/, instead: '상점은 이 값을 사용하지 않습니다' },
  { word: /리프레시 패밀리/, instead: '토큰 패밀리' },
  { word: /다이얼 [a-z]\w+/i, instead: 'the label of the dial in quotes', but: /다이얼 (?:API|JSON)/ },
  { word: /(?:해|예|에|네|지)요[.?!]/, instead: '합니다체' },
  { word: /(?:사용자|고객)(?:을|를) 종료|나머지 종료/, instead: '로그인을 종료하다, 로그아웃시키다' },
  { word: /저절로 (?:다시|이어|전송)|스스로 다시/, instead: '자동으로' },
  { word: /양식/, instead: '폼' },
  { word: /취약한 설정/, instead: '약한 설정' },
  { word: /까요[.?]/, instead: '니까' },
  { word: /(?:하|으)셨/, instead: 'no -시-' },
  { word: /\d+:\d{2}(?::\d{2})? 뒤/, instead: '11시간 59분' },
  { word: /초 앞으로|분 앞으로|앞으로 돌|먼저 씀/, instead: '시계를 앞당기다; 먼저 저장하다' },
  { word: /Pantry/, instead: '식료품' },
  { word: /말 ?없이/, instead: '알림 없이' },
  { word: /cookie와 session(?! 레인)/, instead: 'cookie 레인과 session 레인의 …' },
  { word: /가장 오래된 기기/, instead: '가장 먼저 로그인한 기기' },
  { word: /행을 종료/, instead: '행을 지우다' },
  { word: /레인은 (?:무엇|어느 것)입니까/, instead: '레인은 어디입니까' },
  { word: /하여금/, instead: '브라우저에 시킨 요청' },
  { word: /로그인을(?: \S+)? 끝(?:냅|내|낼|낸)/, instead: '로그인을 종료하다' },
  { word: /실험(?:을)? 돌|돌린 (?:실험|결과)/, instead: '실행하다' },
  { word: /싱글 사인온/, instead: 'SSO' },
  { word: /(?<!로드 )밸런서/, instead: '로드 밸런서' },
  { word: /레슨/, instead: '수업' },
  { word: /모르는 사람/, instead: '모르는 방문자' },
  { word: /여러 대의/, instead: '서버 여러 대' },
  { word: /무엇이 왔/, instead: '어떤 응답이 왔는지, 결과' },
  { word: /자체 포함/, instead: '자체 완결형' },
  { word: /이용자/, instead: '사용자' },
  { word: /\d (?:[KM]B|ms)(?![a-z])/i, instead: '4KB' },
  { word: /RFC \S+, section/, instead: 'RFC 6265bis 5.7절' },
  {
    word: /(?<!\{)\{\w+\}(?:을|를|이|가|은|는|과|와|으로|로)(?![가-힣])/,
    instead: '{lane} 레인의 요청을: nobody knows what the value ends in',
  },
  // After a word with a final consonant 은, 이, 을, 과; after one without 는, 가, 를, 와.
  {
    word: /(?:도메인|토큰|세션|레인|다이얼|증명|서명|봉인|사본|클레임|행|로그인|요청|응답|고객|상품|값)(?:는|가|를|와)(?![가-힣])/,
    instead: '하위 도메인은',
  },
  {
    word: /(?:쿠키|서버|기기|패밀리|해시|공격자|탈취자|브라우저|헤더|페이지|장바구니|샌드박스|출처)(?:은|이|을|과)(?![가-힣])/,
    instead: '쿠키는',
  },
]

it.each(DECIDED_AGAINST)('$word: $instead', ({ word, but }) => {
  const found = texts.filter(([, text]) => word.test(but ? text.replace(but, '') : text))
  expect(found).toEqual([])
})

it.each([
  ['xss', 'lab-x10-xss.', '크로스 사이트 스크립팅'],
  ['csrf', 'lab-x11-csrf.', '사이트 간 요청 위조'],
  ['denylist', 'dials.dial.denylist.name', '블랙리스트'],
  ['rotation', 'lab-x16-refresh.', '로테이션'],
  ['rotation', 'dials.dial.refresh.', '로테이션'],
  ['denylist', 'lab-x13-forced-sign-out.', '블랙리스트'],
  ['sealed', 'compare.', '암호화된 쿠키(봉인)'],
  ['sealed', 'lane.clause.cookie', '암호화된 쿠키(봉인)'],
  ['sealed', 'myths.', '암호화된 쿠키(봉인)'],
  ['sealed', 'shell.description', '암호화된 쿠키(봉인)'],
  ['authorize', 'notes.status-line.', '인가'],
  ['audience', 'glossary.term.audience.name', '수신자'],
])('%s is said in full once in %s', (_, place, word) => {
  const there = texts.filter(([key, text]) => key.startsWith(place) && text.includes(word))
  expect(there.length).toBeGreaterThan(0)
})

const choices = texts.filter(([key]) => /^lesson-.*\.choice\.[^.]+$/.test(key))

it('a choice is one phrase: its reason follows a colon, its lanes stand with a comma', () => {
  expect(choices.length).toBeGreaterThan(100)
  const found = choices.filter(([, text]) => /\. |[.]$|(?:cookie|session|jwt)(?:와|과) /.test(text))
  expect(found).toEqual([])
})

/** In a Hangul syllable, the place of its final consonant: 0 is none, 8 is ㄹ. */
const finalOf = (syllable = '') => (syllable.charCodeAt(0) - 0xac00) % 28

const PARTICLE = /([가-힣])(?:\([^()]*\))?(을|를|으로|로)(?=[ .,])/g

/** Words that only look like one with a particle. */
const WHOLE = /경로|나을|지을|이을/g

it('을, 를, 으로 and 로 follow the sound before them', () => {
  const fits = (syllable = '', particle = '') => {
    const final = finalOf(syllable)
    if (particle === '을' || particle === '를') return (particle === '을') === final > 0
    return (particle === '로') === (final === 0 || final === 8)
  }
  const wrong = texts.flatMap(([key, text]) =>
    [...text.replace(WHOLE, '').matchAll(PARTICLE)]
      .filter(([, syllable, particle]) => !fits(syllable, particle))
      .map(([found]) => [key, found]),
  )
  expect(wrong).toEqual([])
})
