/**
 * The privacy centre: choice, what is held and used, rights.
 */
import { PRIVACY_CHOICE_MESSAGES } from './privacy-choice.ts'
import { PRIVACY_DATA_MESSAGES } from './privacy-data.ts'
import { PRIVACY_RIGHTS_MESSAGES } from './privacy-rights.ts'

export const PRIVACY_MESSAGES = {
  ...PRIVACY_CHOICE_MESSAGES,
  ...PRIVACY_DATA_MESSAGES,
  ...PRIVACY_RIGHTS_MESSAGES,
} as const
