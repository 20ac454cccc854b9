import { messages } from '#messages/act-forms';
import { recorded } from '#messages/forms';

// Words that are loaded with the first form that is opened: a page that offers acts does not need them.

/** What an act does, to whom, and what cannot be undone. */
export const meaningOf = (operation: string): string => messages[`say_${operation}`]?.({}) ?? '';
export const doneText = (operation: string): string => messages[`done_${operation}`]?.({}) ?? recorded();
