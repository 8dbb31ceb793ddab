/** Session-cookie authentication */
import { cookies } from '@/lib/reading/notes/sources'
import { type NoteRow, row } from '../row'
import { rfc, SPRING_SESSION, sessions } from '../sources'

export const rows: readonly NoteRow[] = [
  row('S-124', '295', 'correct', '유출 및 조작', cookies('8.3')),
  row('S-125', '297', 'correct', '암호화되지 않은 HTTP', cookies('8.3')),
  row('S-126', '299', 'wrong', '비밀번호, 서버 측 저장', sessions('Session ID Content (or Value)')),
  row('S-127', '301', 'correct', '세션 아이디', cookies('8.4')),
  row('S-128', '302', 'wrong', 'base64', SPRING_SESSION),
  row('S-129', '305-306', 'imprecise', 'Set-Cookie', sessions('Cookies')),
  row('S-130', '311-313', 'correct', '메모리, 하드디스크, DB', sessions()),
  row('S-131', '316-318', 'correct', '클라이언트 식별자', cookies('8.4')),
  row('S-132', '321', 'imprecise', '인가가 필요한 요청', cookies('5.8.3')),
  row('S-133', '323-325', 'imprecise', '인증, 인가', rfc('9110', '15.5.2'), rfc('9110', '15.5.4')),
  row('S-134', '328', 'correct', '세션 id 확인', sessions()),
  row('S-135', '329', 'correct', '로그아웃', sessions('Logout Button')),
  row('S-136', '333', 'correct', '유의미한 개인정보 없음', cookies('8.4')),
  row('S-137', '334', 'correct', '탈취, 위장', sessions()),
  row('S-138', '335', 'imprecise', '회원정보 확인', cookies('8.4')),
  row('S-139', '336', 'correct', '서버 부하'),
]
