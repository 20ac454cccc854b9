import { reason } from '#messages/holds';
import { keyOf } from '../parts/Status.tsx';
import { codeText } from './words.ts';

/** Why something is held, or released: words that forms and holds alone need. */
export const holdReason = (code: string): string => reason({ code: keyOf(code) });

/** How a choice of a form is called. */
export const choiceOf = (name: string, code: string): string => (name === 'reason' ? holdReason(code) : codeText(`code_${name}`, code));
