import { messages } from '#messages/act-forms-money';
import { recorded } from '#messages/forms';
import { later } from '../base/parts/later.ts';

// Words that are loaded with the first form that is opened: a page that offers acts does not need them.

const ofOthers = later(() => import('#messages/act-forms-programme'));
const wordOf = (name: string) => messages[name] ?? ofOthers()[name];

/** What an act does, to whom, and what cannot be undone. */
export const meaningOf = (operation: string): string => wordOf(`say_${operation}`)?.({}) ?? '';
export const doneText = (operation: string): string => wordOf(`done_${operation}`)?.({}) ?? recorded();
