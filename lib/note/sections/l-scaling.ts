/** Scaling */
import { type NoteRow, row } from '../row'
import { rfc, TOMCAT } from '../sources'

export const rows: readonly NoteRow[] = [
  row('S-262', '626', 'imprecise', '확장성'),
  row('S-263', '628', 'imprecise', '과부하'),
  row('S-264', '636', 'correct', '서버 분산'),
  row('S-265', '638', 'imprecise', '서버가 달라질 수', rfc('9112', '9.3')),
  row('S-266', '640', 'correct', '계속 로그인'),
  row('S-267', '646', 'correct', '로드 밸런서'),
  row('S-268', '652', 'correct', 'sticky session, session clustering', TOMCAT),
  row('S-269', '656', 'imprecise', '해당 서버가 터지면', TOMCAT),
  row('S-270', '658', 'imprecise', '세션 복사', TOMCAT),
  row('S-271', '660', 'imprecise', '오버헤드', TOMCAT),
  row('S-272', '664', 'correct', '세션용 서버, 복제'),
  row('S-273', '666', 'imprecise', '추가 서버 없이', rfc('9700', '4.14.2')),
  row('S-274', '670-672', 'correct', 'okta'),
]
