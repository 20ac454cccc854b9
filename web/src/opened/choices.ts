import { messages } from '#messages/act-codes';

/** A code in words that only some screens have need of: they come with those. */
export const rareCode = (name: string, code: string): string => messages[`code_${name}`]?.({ code }) ?? code;
