/** SSO, native apps, table */
import { cookies } from '@/lib/reading/notes/sources'
import { type NoteRow, row } from '../row'
import { APPLE, OKHTTP, rfc, sessions, TOMCAT, tokens } from '../sources'

export const rows: readonly NoteRow[] = [
  row('S-235', '597', 'imprecise', '인증 서버', rfc('7662'), rfc('7517')),
  row('S-236', '597', 'imprecise', 'SSO 효과', tokens('Public-key Signatures vs. MAC')),
  row('S-237', '599', 'correct', '인증/리소스 서버 분리', rfc('6749', '1.1')),
  row('S-238', '600', 'wrong', '재사용', rfc('9700', '2.3'), rfc('9700', '4.10.2'), rfc('8725', '3.9')),
  row('S-239', '604', 'imprecise', '참고자료'),
  row('S-240', '610', 'imprecise', '다른 플랫폼', APPLE),
  row('S-241', '611', 'correct', '네이티브 앱'),
  row('S-242', '612', 'wrong', '쿠키가 없기때문에', APPLE, OKHTTP),
  row('S-243', '613', 'imprecise', '토큰 기반 인증', rfc('8252')),
  row('S-244', '619', 'correct', '장점', cookies('8.4')),
  row('S-245', '619', 'imprecise', '장점'),
  row('S-246', '619', 'imprecise', '장점'),
  row('S-247', '619', 'imprecise', '웹브라우저 의존', cookies('6.1')),
  row('S-248', '619', 'correct', '네트워크 부하'),
  row('S-249', '619', 'correct', '동시 제어', sessions()),
  row('S-250', '619', 'correct', 'HttpOnly, Secure', sessions('Cookies')),
  row('S-251', '619', 'correct', '장점'),
  row('S-252', '619', 'correct', '장점'),
  row('S-253', '619', 'correct', '추가 저장소'),
  row('S-254', '619', 'imprecise', '장점'),
  row('S-255', '619', 'correct', 'DB 조회 불필요'),
  row('S-256', '619', 'wrong', '크기가 크다'),
  row('S-257', '620', 'imprecise', '스토리지, DB 조회'),
  row('S-258', '620, 630', 'imprecise', '분산 환경', TOMCAT),
  row('S-259', '620', 'correct', '탈취', sessions()),
  row('S-260', '620', 'wrong', '모바일 앱 환경', APPLE),
  row('S-261', '620', 'correct', '단점'),
]
