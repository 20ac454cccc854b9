import * as m from '#messages/ledger';

/** What an account is for, in words. */
export const kindText = (kind: string): string => m.kind({ code: kind, name: kind });
