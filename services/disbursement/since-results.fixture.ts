import type { Data } from '@junkan/kit/testing/since.fixture.ts';

const lowered = { measure: 1, results: [{ tranche: 1, code: 'tonnes-composted', before: '1200', target: '900' }] };
const [at, by, note] = ['2026-11-25T12:00:00.000Z', 'person-a', 'txt_a'];

/** All parties agree on another target of what a milestone is to reach. */
export function amendedResults({ proposer, shares, cells }: Data): readonly (readonly [string, Data])[] {
  const needed = ['secretariat', proposer, ...(shares as readonly Data[]).map(({ sponsor }) => sponsor)];
  return [
    ['MeasureProposed', { ...lowered, kind: 'amendment', amendment: 'results', note, needed, party: 'secretariat', by }],
    ...needed.map((party) => ['MeasureApproved', { measure: 1, party, at, by: `approver of ${party}` }] as const),
    ['AgreementAmended', { ...lowered, cells, amendedHash: 'a'.repeat(64) }],
  ];
}
