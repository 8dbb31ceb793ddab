/** Cookie versus session, cache */
import { cookies } from '@/lib/reading/notes/sources'
import { type NoteRow, row } from '../row'
import { rfc, sessions } from '../sources'

export const rows: readonly NoteRow[] = [
  row('S-100', '236', 'correct', '공통점'),
  row('S-101', '244', 'correct', '저장되는 위치', cookies('8.4')),
  row('S-102', '244', 'imprecise', '서버 자원', cookies('6.1')),
  row('S-103', '245', 'imprecise', '보안', cookies('8.4')),
  row('S-104', '246', 'imprecise', '변질, 스니핑', cookies('8.3')),
  row('S-105', '246', 'imprecise', '취약', cookies('4.1.2.2')),
  row('S-106', '247', 'wrong', '만료기간 상관없이', sessions()),
  row('S-107', '247', 'correct', 'session-id만', cookies('8.4')),
  row('S-108', '248', 'imprecise', '속도'),
  row('S-109', '249', 'correct', '4KB 제한', cookies('5.6')),
  row('S-110', '253', 'imprecise', '라이프사이클'),
  row('S-111', '255, 257', 'imprecise', '파일로 저장', cookies('5.5')),
  row('S-112', '256', 'wrong', '종료', sessions()),
  row('S-113', '263-269', 'imprecise', '병행 사용', cookies('8.4')),
  row('S-114', '275', 'correct', '캐시, 임시 저장소', rfc('9111', '1'), rfc('9111', '2')),
  row('S-115', '277, 281', 'imprecise', '인증', rfc('9111', '7.3')),
  row('S-116', '279', 'correct', '렌더링', rfc('9111', '1')),
  row('S-117', '283', 'imprecise', '리소스 파일', rfc('9111', '3')),
  row('S-118', '284', 'wrong', '비용이 비싼'),
  row('S-119', '285', 'imprecise', '사용자의 PC', rfc('9111', '4.2'), rfc('9111', '4.3')),
  row('S-120', '286', 'correct', '캐시 서버', rfc('9111', '1')),
  row('S-121', '287', 'correct', '로딩 속도', rfc('9111', '1')),
  row('S-122', '288', 'imprecise', '캐시 히트', rfc('9111', '4'), rfc('9211')),
  row('S-123', '289', 'correct', '캐시 미스', rfc('9211')),
]
