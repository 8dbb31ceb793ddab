/** JWT flow, pros, cons */
import { cookies } from '@/lib/reading/notes/sources'
import { type NoteRow, row } from '../row'
import { APPLE, rfc, STORAGE, sessions, tokens } from '../sources'

export const rows: readonly NoteRow[] = [
  row('S-187', '471', 'correct', 'Authorization 헤더', rfc('6750', '2.1'), rfc('9110', '11.6.2')),
  row('S-188', '475', 'correct', '로그인 시도'),
  row('S-189', '477', 'correct', '발급, 유효 기간', rfc('7519', '7.1')),
  row('S-190', '479', 'imprecise', 'Set Header/Set Cookie', STORAGE, cookies('8.2')),
  row('S-191', '481', 'correct', 'API 요청', rfc('6750', '2')),
  row('S-192', '483', 'wrong', '복호화', rfc('7519', '7.2'), rfc('8725', '3')),
  row('S-193', '485', 'correct', '예외, 액세스 거부', rfc('6750', '3'), rfc('9110', '15.5.2')),
  row('S-194', '495', 'correct', 'Stateless 서버', rfc('7519', '1')),
  row('S-195', '496', 'correct', '수평확장'),
  row('S-196', '497', 'correct', '추가 저장소', rfc('9700', '4.14.2')),
  row('S-197', '498', 'imprecise', 'Active User'),
  row('S-198', '499', 'imprecise', '스토리지 관리'),
  row('S-199', '501', 'imprecise', '위변조를 막을 수', rfc('7515', '5.2')),
  row('S-200', '502', 'imprecise', 'OAuth, 소셜 로그인', rfc('6749', '1.4'), rfc('9700', '1')),
  row('S-201', '503', 'imprecise', '모바일', APPLE),
  row('S-202', '507-508', 'correct', '토큰 크기'),
  row('S-203', '509', 'correct', '강제 만료', tokens('JWT revocation')),
  row('S-204', '510', 'correct', '동시 Session 제어', sessions()),
  row('S-205', '511', 'correct', 'Payload', rfc('7519', '12')),
  row('S-206', '512', 'correct', '탈취', rfc('9700', '2.2.1')),
]
