import type { Schemas } from '../../api/client.ts';
import type { Planned } from '../../parts/decimals.ts';

export type { Planned };

type Proposal = Pick<Schemas['Proposal'], 'indicators' | 'plannedIndicators' | 'milestones'>;

/** What the report on the milestone of this number has to tell. */
export function plannedFor({ indicators, plannedIndicators, milestones }: Proposal, number: number): readonly Planned[] {
  const last = milestones.at(-1)?.number;
  return [
    ...plannedIndicators.filter(({ milestones: at }) => (at.length === 0 ? number === last : at.includes(number))),
    ...indicators.map((code) => ({ code })),
  ];
}

export type Missing = { readonly task: 'results' | 'evidence'; readonly code: string };

/** What a draft lacks before it can be sent. */
export const missingIn = (
  { results, evidence }: Pick<Schemas['ReportDraft'], 'results' | 'evidence'>,
  planned: readonly Planned[],
): readonly Missing[] => [
  ...planned
    .filter(({ code }) => results.indicators.every((value) => value.code !== code))
    .map(({ code }) => ({ task: 'results' as const, code })),
  ...(evidence.evidence.length === 0 ? [{ task: 'evidence' as const, code: '' }] : []),
];
