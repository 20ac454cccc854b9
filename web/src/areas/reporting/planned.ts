import type { Schemas } from '../../api/client.ts';
import type { Planned } from '../../parts/planned.ts';

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
