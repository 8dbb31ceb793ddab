/** Cookie kinds, order of operation, pros, cons, uses */
import { cookies } from '@/lib/reading/notes/sources'
import { type NoteRow, row } from '../row'
import { CHIPS, CSRF, FIREFOX, MDN, REMEMBER_ME, sessions } from '../sources'

export const rows: readonly NoteRow[] = [
  row('S-039', '119', 'imprecise', 'Session Cookie, 메모리', cookies('5.7'), FIREFOX),
  row('S-040', '119', 'wrong', '브라우저 종료시 삭제', cookies('4.1.2.2'), MDN),
  row('S-041', '120', 'imprecise', 'Persistent Cookie', cookies('5.5'), cookies('6.1')),
  row('S-042', '121', 'wrong', 'Secure Cookie, 암호화된', cookies('4.1.2.5')),
  row('S-043', '121', 'imprecise', '민감한 데이터', cookies('8.3'), cookies('8.6')),
  row('S-044', '122', 'outdated', 'Third Party Cookie', cookies('7.1'), CHIPS),
  row('S-045', '122', 'correct', '개인정보 악용', cookies('7')),
  row('S-046', '126', 'correct', '요청', cookies('3')),
  row('S-047', '128', 'correct', 'set-cookie', cookies('5.3')),
  row('S-048', '130', 'imprecise', '매 HTTP Request', cookies('5.8.3')),
  row('S-049', '132', 'imprecise', '만료 기간 전', cookies('6.1')),
  row('S-050', '134', 'imprecise', '새로 발급', cookies('5.7')),
  row('S-051', '140', 'correct', '브라우저 지원'),
  row('S-052', '141', 'correct', '유효기간 지정', cookies('4.1.2')),
  row('S-053', '142', 'imprecise', 'httpOnly, XSS', cookies('4.1.2.6'), CSRF),
  row('S-054', '145-147', 'correct', '용량 제한', cookies('5.6')),
  row('S-055', '148', 'correct', '매번 전달', cookies('4.2.1')),
  row('S-056', '149', 'imprecise', '암호화 안됨', cookies('8.3')),
  row('S-057', '150', 'correct', '값을 그대로', cookies('4.2')),
  row('S-058', '151', 'correct', '유출 및 조작', cookies('8.3'), cookies('8.6')),
  row('S-059', '152', 'correct', 'CSRF', cookies('8.2'), CSRF),
  row('S-060', '152', 'wrong', '요청을 가로챈 뒤 변조', cookies('8.2'), CSRF),
  row('S-061', '153', 'correct', '문자열만', cookies('4.1.1')),
  row('S-062', '159', 'wrong', '아이디와 비밀번호 저장', sessions('Session ID Content (or Value)')),
  row('S-063', '160, 161', 'correct', '장바구니', cookies('8.6')),
  row('S-064', '161', 'imprecise', '자동로그인', REMEMBER_ME),
  row('S-065', '161', 'correct', '오늘 더 이상 보지 않음', cookies('4.1.2.1')),
]
