import { ROLES } from '@junkan/proto/actor.ts';
import { CODES, SHOWN } from '@junkan/proto/codes.ts';
import { LANGUAGES } from './languages.ts';
import { type Entry, inEach, type Message } from './matters.ts';

// The words of codes: `code.<list>.<code>`. A sentence refers to a list as `{reason, code, HoldReason}`, or to several, of which the first that has the code gives its word.

/** Codes that the API answers and no contract lists, and those by which screens tell more of an item than its status. */
const OF_NO_CONTRACT = {
  /** `deputy` is whom the trial knows without a role. */
  Role: [...ROLES, 'deputy'],
  /** What a person of this role does, for those who choose one in a trial. */
  RoleInShort: [...ROLES.filter((role) => role !== 'system.workflow'), 'deputy'],
  Criterion: [
    'status',
    'country',
    'theme',
    'excluded-theme',
    'instrument',
    'currency',
    'ticket',
    'readiness',
    'indicators',
    'ticket-fit',
    'theme-overlap',
    'instrument-fit',
    'country-focus',
    'readiness-headroom',
  ],
  Stage: ['sought', 'offered', 'accepted', 'committed', 'in-payment', 'settled', 'guaranteed', 'guarantee-paid', 'in-kind'],
  Matter: [
    'screening',
    'information',
    'opening',
    'offers',
    'round-without-offers',
    'approval',
    'measure',
    'signature',
    'close',
    'milestone-report',
    'waiver',
    'suspension-review',
    'verification',
    'payment',
    'payment-confirmation',
    'payment-hold',
    'clearance',
    'due-diligence',
    'interest',
    'signature-check',
    'admission',
    'exchange-visit',
    'exchange-conclusion',
    'exchange-follow-up',
    'request-answer',
    'expert',
    'interests',
    'comment',
    'adoption-check',
    'outcome',
    'enquiry',
  ],
  /** What a bank’s answer makes of a payment file. */
  FileOutcome: ['concluded', 'rejected', 'all-rejected', 'contradicted'],
  TransferAtBank: ['with-the-bank', 'not-by-this'],
} as const;

type Lists = Readonly<Record<string, readonly string[]>>;
const LISTS: Lists = { ...CODES, ...OF_NO_CONTRACT };

const USE = 'code.';
/** Shows a code that has no words yet: one of a newer version. */
const UNKNOWN = `${USE}unknown`;

/** What is said of the codes of each list, and of one that is in none. */
export type CodeWords = { readonly of: ReadonlyMap<string, ReadonlyMap<string, Message>>; readonly unknown: Message };

export const isOfCode = ({ key }: Entry): boolean => key.startsWith(USE);

/** @throws where a list has words for some of its codes and not for others, in some languages and not in others, or for a code that it has not. */
export function codeWordsOf(all: readonly Entry[], lists: Lists = LISTS): CodeWords {
  const unknown = all.find(({ key }) => key === UNKNOWN);
  if (!unknown) throw new Error(`words: “${UNKNOWN}” is missing`);
  const of = new Map<string, Map<string, Message>>();
  for (const { matter, key, message } of all.filter((entry) => isOfCode(entry) && entry !== unknown)) {
    const [, list = '', code = ''] = /^code\.(\w+)\.(.+)$/.exec(key) ?? [];
    if (!lists[list]?.includes(code)) throw new Error(`words/${matter}.json: “${key}” has words, but ${whyNot(lists, list, code)}`);
    const lacking = LANGUAGES.filter((language) => !message[language]);
    if (lacking.length > 0) throw new Error(`words/${matter}.json: “${code}” of ${list} has no words in ${lacking.join(', ')} (${key})`);
    const words = of.get(list) ?? new Map<string, Message>();
    if (words.has(code)) throw new Error(`words/${matter}.json: “${key}” is written twice`);
    of.set(list, words.set(code, message));
  }
  for (const [list, words] of of) {
    const lacking = (lists[list] ?? []).filter((code) => !words.has(code)).map((code) => `“${code}” (code.${list}.${code})`);
    if (lacking.length > 0) throw new Error(`words: ${list} has no words in ${LANGUAGES.join(', ')} for ${lacking.join(', ')}`);
  }
  return { of, unknown: unknown.message };
}

const whyNot = (lists: Lists, list: string, code: string): string =>
  lists[list] ? `${list} has no code “${code}”: it has ${lists[list].join(', ')}` : `there is no list of codes “${list}”`;

/** What pages call a list of codes that they show as a status: `periodStatus`. */
export const statusName = (list: string): string => `${list.charAt(0).toLowerCase()}${list.slice(1)}`;

/** The messages that name the codes of a list that pages show as a status. */
export const statuses = (): Entry[] =>
  Object.keys(SHOWN).map((list) => ({ matter: 'statuses', key: `status.${statusName(list)}`, message: inEach(`{code, code, ${list}}`) }));
