import { messages } from '#messages/act-forms-programme';

/** What an act of the programme does, and what cannot be undone: for forms that a page of its own shows at once. */
export const meaningOf = (operation: string): string => messages[`say_${operation}`]?.({}) ?? '';
