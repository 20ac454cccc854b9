import type { Role } from '@junkan/kit/pure/actor.ts';

// Published: whoever lists what this service decides cuts it as this service does.

/** What banks say of accounts names persons, and concerns nobody but those who keep the books and those who check them. */
export const STATEMENT_READERS: readonly Role[] = ['finance.maker', 'finance.checker', 'auditor'];
