import { messages } from '#messages/hints';

/** What is to be known of a field before it is filled in. */
export const fieldHint = (name: string): string => messages[`hint_${name}`]?.({}) ?? '';
