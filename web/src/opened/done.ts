import { messages } from '#messages/acts-done-money';
import { recorded } from '#messages/forms';
import { later } from '../base/parts/later.ts';

const ofOthers = later(() => import('#messages/acts-done-programme'));

/** What has been done, once it is. */
export const doneText = (operation: string): string =>
  (messages[`done_${operation}`] ?? ofOthers()[`done_${operation}`])?.({}) ?? recorded();
