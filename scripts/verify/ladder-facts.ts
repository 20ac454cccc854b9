import type { Recorded, Stored } from './facts.ts';
import { type Attempt, attemptsIn, dayOf, lastMoment, lastOf } from './signatory-facts.ts';

/**
 * What was recorded of signatories and their obligations, as plain facts: what an independent computation of their days reads, one JSON object a line. Each says
 * whose it is, so that those of one attempt of one signatory can be read by themselves.
 */
export type LadderFact = Readonly<Record<string, unknown>> & {
  readonly fact: string;
  readonly signatory: string;
  readonly attempt: number;
};

// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Data = any;

/** What a rule says of days and months; as it is stored, what is nothing is left out. */
const NUMBERS = [
  ...(['planMonths', 'firstReportMonths', 'reportEveryMonths', 'openedDays', 'helpDays', 'secondDays', 'noticeDays'] as const),
  ...(['lastDays', 'suspensionDays', 'afterNoticeDays', 'afterReturnDays', 'extensionDays', 'reviewDays'] as const),
  ...(['settleDays', 'lapseMonths'] as const),
];

export function ladderFacts(stored: Stored): LadderFact[] {
  const last = lastMoment(stored);
  return attemptsIn(stored).flatMap((attempt) => factsOf(attempt, last));
}

/** Nothing is owed before an admission, or after the end. */
function factsOf(attempt: Attempt, last: string): LadderFact[] {
  const admitted = lastOf(attempt.events, 'SignatoryAdmitted')?.data;
  if (!admitted) return [];
  const of = { signatory: attempt.signatory, attempt: attempt.number };
  const until = lastOf(attempt.events, 'SignatoryWithdrew', 'SignatoryLapsed')?.data.on ?? dayOf(attempt, last);
  return [
    { fact: 'policy', ...of, ...policyOf(admitted.rule ?? {}) },
    { fact: 'admitted', ...of, on: admitted.on },
    ...attempt.events.flatMap((event) => happened(event).map(({ fact, ...said }) => ({ fact, ...of, ...said }))),
    { fact: 'until', ...of, on: until },
  ];
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function policyOf({ align = [], reminders = [], ...rule }: Data): Record<string, unknown> {
  return { ...Object.fromEntries(NUMBERS.map((name) => [snake(name), rule[name] ?? 0])), align, reminders };
}

type Happened = { readonly fact: string; readonly on: string; readonly obligation?: string; readonly days?: number };

function happened({ type, data }: Recorded): Happened[] {
  const { obligation, on, days } = data;
  switch (type) {
    case 'TurnChanged':
      return obligation.startsWith('assessment-') ? [] : [{ fact: data.fact, obligation, on }];
    case 'ExtensionGranted':
      return [{ fact: 'extension', obligation, on, days }];
    case 'NoticeIssued':
      return [{ fact: 'notice', obligation, on }];
    case 'SignatorySuspended':
      return [{ fact: 'suspended', obligation, on }];
    case 'SignatoryReinstated':
      return [{ fact: 'reinstated', on }];
    default:
      return [];
  }
}
