import type { Same } from '@junkan/kit/same.ts';
import type { CONTEXTS } from '@junkan/proto/contexts.ts';
import { messagesOf } from '@junkan/words/bundle.ts';
import { SOURCE } from '@junkan/words/languages.ts';
import { advances } from './advances.ts';
import { agreement } from './agreements.ts';
import { approvalRules } from './approval-rules.ts';
import { awards } from './awards.ts';
import { bankAccounts } from './bank-accounts.ts';
import { calls } from './calls.ts';
import { delegations, joinedPersons } from './delegations.ts';
import { drafts } from './drafts.ts';
import type { Entry, Titled } from './entry.ts';
import { gateway } from './gateway.ts';
import { holds } from './holds.ts';
import { matching } from './matching.ts';
import { measures } from './measures.ts';
import { notice } from './notice.ts';
import { paymentFiles } from './payment-files.ts';
import { payment } from './payments.ts';
import { periods } from './periods.ts';
import { programme } from './programme.ts';
import { project } from './project.ts';
import { questions } from './questions.ts';
import { rates } from './rates.ts';
import { recoveries } from './recoveries.ts';
import { machinery, rules } from './shared.ts';
import { sponsor } from './sponsor.ts';
import { statement } from './statements.ts';
import { unfunded } from './unfunded.ts';

/** Whose refusals each part of the catalogue is of. */
export const PARTS = {
  'All parts': { ...rules, ...joinedPersons },
  'Projects and milestones': { ...project, ...drafts },
  'Sponsors, budgets and due diligence': sponsor,
  'Fundings and offers': { ...matching, ...questions },
  Agreements: { ...agreement, ...measures, ...recoveries, ...advances, ...unfunded },
  'Payments and bank accounts': { ...payment, ...holds, ...approvalRules, ...bankAccounts },
  Delegations: delegations,
  'Files of payments': paymentFiles,
  'Statements of banks': statement,
  'Exchange rates': rates,
  'Closing of the books': periods,
  'Declarations and signatories': programme,
  Awards: awards,
  'Calls for projects': calls,
  'Settings and notices': notice,
  'The API itself': gateway,
  'Under all of it': machinery,
} as const satisfies Record<string, Record<string, Entry>>;

// Every rejection that a context publishes has its entry.
type Rejection = { [Of in keyof typeof CONTEXTS]: keyof (typeof CONTEXTS)[Of]['REJECTIONS'] }[keyof typeof CONTEXTS];
type Entered = { [Part in keyof typeof PARTS]: keyof (typeof PARTS)[Part] }[keyof typeof PARTS];
true satisfies Same<Exclude<Rejection, Entered>, never>;

const titles = await messagesOf('problem-titles', SOURCE);
const titled = ([type, entry]: [string, Entry & { readonly title?: string }]): [string, Titled] => {
  const title = entry.title ?? titles[type.toLowerCase()]?.({});
  if (title === undefined) throw new Error(`words: “problem.${type}.title” is missing`);
  return [type, { ...entry, type, title }];
};

/** Every type of problem, by the name of its rejection. */
export const CATALOGUE: Readonly<Record<string, Titled>> = Object.fromEntries(
  Object.values(PARTS).flatMap((part) => Object.entries<Entry>(part).map(titled)),
);

/** `BudgetIsNotEnough` as the stable path that names it. */
export const pathOf = (type: string): string =>
  `/problems/${type.replace(/(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase()}`;

export const BY_PATH: ReadonlyMap<string, Titled> = new Map(Object.entries(CATALOGUE).map(([type, entry]) => [pathOf(type), entry]));
