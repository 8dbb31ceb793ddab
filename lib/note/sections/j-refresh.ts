/** Mitigations, sliding, refresh */
import { type NoteRow, row } from '../row'
import { BROWSER_APPS, REMEMBER_ME, rfc, STORAGE, sessions } from '../sources'

export const rows: readonly NoteRow[] = [
  row('S-207', '518', 'correct', '보안 수준, 편의성', sessions()),
  row('S-208', '522', 'correct', '짧은 만료 기한', rfc('9700', '4.14')),
  row('S-209', '524', 'correct', '해결방법'),
  row('S-210', '530', 'correct', 'Form Submit'),
  row('S-211', '530', 'imprecise', 'Sliding Session', sessions('Absolute Timeout')),
  row('S-212', '536', 'correct', 'Refresh Token', rfc('6749', '1.5')),
  row('S-213', '538', 'correct', '재발급', rfc('6749', '1.5')),
  row('S-214', '540', 'imprecise', 'DB 비교', rfc('9700', '4.14.2')),
  row('S-215', '542', 'correct', '만료 기한 짧게', rfc('9700', '4.14')),
  row('S-216', '544', 'imprecise', '만료 기간을 늘리는', rfc('7519', '4.1.4')),
  row('S-217', '546', 'correct', '강제 만료', rfc('7009')),
  row('S-218', '548-550', 'correct', 'storage', rfc('9700', '4.14.2')),
  row('S-219', '552', 'correct', 'I/O 작업'),
  row('S-220', '554', 'correct', '보안이 유지되는 공간', STORAGE, BROWSER_APPS),
  row('S-221', '558', 'correct', 'RememberMe', REMEMBER_ME),
  row('S-222', '560', 'correct', '시리즈, 동시로그인', REMEMBER_ME, rfc('9700', '4.14.2')),
  row('S-223', '562', 'imprecise', '한 디바이스'),
  row('S-224', '568', 'correct', '로그인'),
  row('S-225', '569', 'imprecise', '발급', rfc('6749', '1.5'), rfc('9700', '4.14.2')),
  row('S-226', '570', 'correct', '안전한 저장소', STORAGE),
  row('S-227', '571', 'correct', '검증', rfc('6750', '3.1')),
  row('S-228', '572', 'imprecise', '함께 서버로', rfc('6749', '6')),
  row('S-229', '573', 'imprecise', '새로운 Access Token', rfc('9700', '4.14.2')),
  row('S-230', '574', 'correct', '다시 API 요청'),
  row('S-231', '580-582', 'imprecise', '더욱 안전', rfc('9700', '4.14.1')),
  row('S-232', '588', 'correct', '구현 복잡'),
  row('S-233', '589', 'correct', '저장소'),
  row('S-234', '591', 'correct', '취약한 점', rfc('9700', '4.14')),
]
