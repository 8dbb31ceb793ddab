/** On paper: for who learns, without an answer; and for who teaches, with all of them. Also the last part of the address. */
export const LESSON_PAPERS = ['sheet', 'key'] as const
export type LessonPaperKind = (typeof LESSON_PAPERS)[number]

export const isLessonPaper = (name: string): name is LessonPaperKind =>
  (LESSON_PAPERS as readonly string[]).includes(name)
