/** Cookie: definition, create, delete, scope */
import { cookies } from '@/lib/reading/notes/sources'
import { type NoteRow, row } from '../row'
import { rfc, sessions } from '../sources'

export const rows: readonly NoteRow[] = [
  row('S-015', '51', 'correct', 'key-value, 작은 기록 정보', cookies('3')),
  row('S-016', '51', 'outdated', '텍스트 파일', cookies('5.7')),
  row('S-017', '55', 'imprecise', '발급 주체, 저장 위치', cookies('5.8.2')),
  row('S-018', '60-62', 'wrong', 'Set-Cookie', rfc('9110', '5.3'), cookies('4.1.1')),
  row(
    'S-019',
    '62, 78',
    'wrong',
    'password 쿠키',
    cookies('8.3'),
    cookies('8.4'),
    sessions('Session ID Content (or Value)'),
  ),
  row('S-020', '65', 'correct', '상태 정보, 로컬', cookies('3')),
  row('S-021', '66', 'outdated', '300개', rfc('2109', '6.3'), rfc('2965'), cookies('6.1')),
  row('S-022', '66', 'outdated', '도메인당 20개', cookies('6.1')),
  row('S-023', '66', 'imprecise', '4KB', cookies('5.6')),
  row('S-024', '70', 'correct', '응답 헤더', cookies('4.1')),
  row('S-025', '72', 'correct', 'Set-Cookie 속성', cookies('5.3')),
  row('S-026', '74-78', 'imprecise', 'Cookie 헤더', cookies('4.2')),
  row('S-027', '83-91', 'imprecise', '쿠키 생성, addCookie', cookies('4.1.2')),
  row('S-028', '84, 98', 'correct', 'Request Method', cookies('5.3')),
  row('S-029', '87', 'correct', 'expiration, Max-Age', cookies('4.1.2.2')),
  row('S-030', '88', 'correct', 'Path', cookies('4.1.2.4'), cookies('8.6')),
  row('S-031', '99-100', 'imprecise', '쿠키 제거, null', cookies('5.7')),
  row('S-032', '101', 'correct', 'setMaxAge(0)', cookies('4.1.1')),
  row('S-033', '102', 'wrong', '모든 경로에서 삭제', cookies('5.7')),
  row('S-034', '107', 'correct', '자동 전송', cookies('5.8.3')),
  row('S-035', '108', 'correct', '만료기한', cookies('5.5'), cookies('5.6')),
  row('S-036', '109', 'imprecise', '식별', cookies('8.4')),
  row('S-037', '113', 'correct', '도메인 A/B', cookies('5.1.3'), cookies('5.7')),
  row('S-038', '115', 'imprecise', '동일한 도메인', cookies('4.1.2.3'), cookies('8.5'), cookies('8.6')),
]
