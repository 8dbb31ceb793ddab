/**
 * The lifetimes of all lanes, side by side. ASVS 5.0, 7.3.1 and 7.3.2, ask for an idle and an absolute end and leave the figures to whoever
 * decides. The OWASP Session Management Cheat Sheet names 15 to 30 minutes idle, and 4 to 8 hours in all for a day at the office; the
 * 12 hours here are our own choice.
 */
export { VISIT_LIFE } from './cookie/lifetime'
export { ACCESS_TOKEN_LIFE, REFRESH_LIFE } from './jwt/lifetime'
export { SESSION_IDLE_LIFE, SESSION_LIFE, SESSION_TOUCH_EVERY, touchEvery } from './session/lifetime'
