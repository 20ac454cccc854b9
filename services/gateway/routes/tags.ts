import type { Endpoint } from '@junkan/proto/command.ts';

/** The parts of the API that do not bear the name of their first path. */
const TAGS: Readonly<Record<string, string>> = {
  proposers: 'Projects',
  mutes: 'Notices',
  'approval-rules': 'Approval rules',
  delegations: 'Delegations',
  'bank-accounts': 'Bank accounts',
  'payment-files': 'Payment files',
};

/** The part of the API that an operation belongs to. */
export function tagOf({ path }: Endpoint): string {
  const [, first = ''] = path.split('/');
  return TAGS[first] ?? `${first.charAt(0).toUpperCase()}${first.slice(1)}`;
}
