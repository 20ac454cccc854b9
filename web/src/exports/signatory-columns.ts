import type { Schemas } from '../base/api/types.ts';
import { type Column, fields, named } from './columns.ts';

type Signatory = Schemas['Signatory'];

export const SIGNATORY_COLUMNS: readonly Column<Signatory>[] = [
  { key: 'id', value: ({ id }) => id },
  named('city', ({ city }) => city),
  ...fields<Signatory>('country', 'status', 'standing'),
  { key: 'placeName', value: ({ place }) => place?.name },
  { key: 'latitude', value: ({ place }) => place?.latitude },
  { key: 'longitude', value: ({ place }) => place?.longitude },
  { key: 'population', value: ({ place }) => place?.population },
  ...fields<Signatory>(
    'decidedOn',
    'signedOn',
    'admittedOn',
    'suspendedOn',
    'reinstatedOn',
    'endedOn',
    'due',
    'declaration',
    'standsBy',
    'group',
  ),
];
