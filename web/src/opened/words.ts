import { messages } from '#messages/act-forms-money';
import { later } from '../base/parts/later.ts';

// Words that are loaded with the first form that is opened: a page that offers acts does not need them.

const ofOthers = later(() => import('#messages/act-forms-programme'));

/** What an act does, to whom, and what cannot be undone. */
export const meaningOf = (operation: string): string => (messages[`say_${operation}`] ?? ofOthers()[`say_${operation}`])?.({}) ?? '';
