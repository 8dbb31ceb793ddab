import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clockTime, countdown, dayAndTime, duration, timeLeft } from './format'

describe('a countdown', () => {
  it.each([
    [-1, '0:00'],
    [-0.4, '0:00'],
    [0, '0:00'],
    [0.4, '0:01'],
    [1, '0:01'],
    [59, '0:59'],
    [59.6, '1:00'],
    [60.2, '1:01'],
    [3599.5, '1:00:00'],
    [43_199.5, '12:00:00'],
    [86_399.2, '24:00:00'],
  ])('of %d s says %s: a second that has begun counts', (seconds, text) =>
    expect(countdown(seconds)).toBe(text),
  )
})

describe('a duration', () => {
  const plain = (text: string) => text.replaceAll('\u00a0', ' ')

  it.each([
    [-3, '0 s', '0초'],
    [0, '0 s', '0초'],
    [0.4, '1 s', '1초'],
    [59, '59 s', '59초'],
    [59.6, '1 min', '1분'],
    [1790, '29 min 50 s', '29분 50초'],
    [3600, '1 h', '1시간'],
    [3601, '1 h', '1시간'],
    [43_197, '11 h 59 min', '11시간 59분'],
    [43_200, '12 h', '12시간'],
    [86_399.5, '1 d', '1일'],
    [97_200, '1 d 3 h', '1일 3시간'],
  ])('of %d s is no time of day: %s, %s', (seconds, en, ko) => {
    expect(plain(duration(seconds, 'en'))).toBe(en)
    expect(duration(seconds, 'ko')).toBe(ko)
  })

  it('is not broken over two lines in English', () =>
    expect(duration(1790, 'en')).toBe('29\u00a0min\u00a050\u00a0s'))
})

it('what is left is a count of units in Korean, where nothing else tells it from a time of day', () => {
  expect([timeLeft(43_197, 'en'), timeLeft(43_197, 'ko')]).toEqual(['11:59:57', '11시간 59분'])
  expect([timeLeft(0.4, 'en'), timeLeft(0.4, 'ko')]).toEqual(['0:01', '1초'])
})

describe('a date', () => {
  const zone = process.env.TZ
  beforeEach(() => {
    process.env.TZ = 'Asia/Seoul'
  })
  afterEach(() => {
    process.env.TZ = zone
  })

  it.each([
    ['en', Date.UTC(2027, 0, 1), 'Jan 1, 2027, 09:00:00 GMT+9'],
    ['ko', Date.UTC(2027, 0, 1), '2027년 1월 1일 09:00:00 GMT+9'],
    // Midnight is the beginning of a day.
    ['en', Date.UTC(2027, 0, 1, 15, 5, 9), 'Jan 2, 2027, 00:05:09 GMT+9'],
    ['ko', Date.UTC(2027, 0, 1, 15, 5, 9), '2027년 1월 2일 00:05:09 GMT+9'],
  ])('%s: a date says in which zone it is', (locale, ms, text) => {
    expect(dayAndTime(ms, locale)).toBe(text)
  })

  it.each(['en', 'ko'])('%s: a time of day is what the language writes', (locale) => {
    const two = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const
    for (const ms of [0, Date.UTC(2027, 0, 1, 15, 5, 9), Date.UTC(2027, 5, 1, 14, 59, 59)]) {
      const written = new Date(ms).toLocaleTimeString(locale, { hourCycle: 'h23', ...two })
      expect(clockTime(new Date(ms).toISOString(), locale)).toBe(written)
    }
  })
})
