import { approvedOnce } from '#messages/parts';
import type { Schemas } from '../api/client.ts';
import { momentText } from '../parts/locale.ts';
import { moneyText } from '../parts/Money.tsx';
import { personName } from './words.ts';

type Props = { readonly of: Schemas['FirstApproval']; readonly names: Schemas['Names'] | undefined };

/** Who gave the first of two approvals, and by which limit there are two. */
export const First = ({ of: { by, at, limit }, names = {} }: Props) => (
  <p>{approvedOnce({ person: personName(names, by), day: momentText(at), limit: moneyText(limit) })}</p>
);
