/** HTTP */
import { cookies } from '@/lib/reading/notes/sources'
import { type NoteRow, row } from '../row'
import { rfc } from '../sources'

export const rows: readonly NoteRow[] = [
  row('S-001', '9', 'correct', 'HTTP, 서버/클라이언트 모델', rfc('9110', '3.3')),
  row('S-002', '9, 27', 'outdated', '비연결성', rfc('9112', '9.3')),
  row('S-003', '9', 'correct', '무상태성', rfc('9110', '3.3')),
  row('S-004', '9', 'outdated', '자원 낭비', rfc('9112', '9.3')),
  row('S-005', '11', 'correct', '클라이언트 식별', rfc('9110', '3.3')),
  row('S-006', '15, 41', 'imprecise', '보완', rfc('9110', '3.3')),
  row('S-007', '17', 'correct', '매번 확인', rfc('9110', '3.3')),
  row('S-008', '19', 'correct', '일련의 요청, 상태', cookies('3')),
  row('S-009', '29', 'imprecise', 'keep-alive', rfc('9112', '9.3'), rfc('9113', '8.2.2')),
  row('S-010', '31', 'outdated', 'TCP, UDP, 연결지향', rfc('9114')),
  row('S-011', '31', 'imprecise', '비연결지향', rfc('9112', '9.3')),
  row('S-012', '37', 'wrong', '통신이 끝나면', rfc('9110', '3.3')),
  row('S-013', '43', 'correct', '로그인 반복', rfc('9110', '3.3')),
  row('S-014', '45', 'correct', '인증 유지', cookies('3')),
]
