import { messages } from '#messages/fields';

/** What a field is called. Pages that offer acts do without these words until the first form is opened. */
export const fieldLabel = (name: string): string => messages[`field_${name}`]?.({}) ?? name;
