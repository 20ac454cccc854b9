import type { Schemas } from '../base/api/types.ts';
import { type Column, codes, fields } from './columns.ts';

type Policy = Schemas['PolicyInstrument'];
const content = ({ versions, draft }: Policy) => versions.at(-1)?.content ?? draft;
const text = (policy: Policy) => content(policy)?.texts.find(({ language }) => language === 'en') ?? content(policy)?.texts[0];

/** The library of policies, a row for each entry. */
export const POLICY_COLUMNS: readonly Column<Policy>[] = [
  ...fields<Policy>('id', 'reference', 'status', 'country'),
  { key: 'area', value: (policy) => content(policy)?.area },
  ...fields<Policy>('level', 'year'),
  { key: 'inForceFrom', value: (policy) => content(policy)?.inForceFrom },
  ...fields<Policy>('type', 'fiveR', 'stage'),
  codes('themes', ({ theme }) => theme),
  { key: 'title', value: (policy) => text(policy)?.title },
  { key: 'does', value: (policy) => text(policy)?.does },
  { key: 'source', value: (policy) => content(policy)?.sources[0]?.address },
];
