/** What a JWT is, stores, libraries */
import { type NoteRow, row } from '../row'
import { RFC_LIST, rfc, TOMCAT } from '../sources'

export const rows: readonly NoteRow[] = [
  row('S-140', '344', 'correct', 'WAS 세션'),
  row('S-141', '346', 'imprecise', 'scale out', TOMCAT),
  row('S-142', '347', 'imprecise', 'SSO'),
  row('S-143', '349', 'correct', 'sessionless', rfc('7519', '1')),
  row('S-144', '351', 'wrong', '암호화시킨 토큰', rfc('7519', '1'), rfc('7519', '3')),
  row('S-145', '353, 381', 'correct', 'Access Token, HTTP 헤더', rfc('6750', '2.1')),
  row('S-146', '355', 'imprecise', 'java-jwt, jjwt'),
  row('S-147', '357', 'correct', 'jwt.io'),
  row('S-148', '358-360', 'correct', 'JWT, JWS, JWE', RFC_LIST),
  row('S-149', '364', 'imprecise', '저장 위치', rfc('6749', '1.5')),
  row('S-150', '366', 'correct', '클라이언트 관리'),
  row('S-151', '368', 'correct', '캐싱, 유효성 평가', rfc('9700', '4.14.2')),
  row('S-152', '369-370', 'correct', 'redis, hazelcast'),
  row('S-153', '371', 'correct', 'db 저장', rfc('9700', '4.14.2')),
  row('S-154', '379', 'imprecise', '보편적'),
]
