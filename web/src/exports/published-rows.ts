import type { Schemas } from '../api/types.ts';
import type { PublishedMilestone } from './published-columns.ts';

type Answer = { readonly milestones: readonly Schemas['Milestone'][]; readonly payments: Readonly<Record<string, Schemas['Paid']>> };
/** Milestones with what is paid of each. */
export const publishedRows = ({ milestones, payments }: Answer): PublishedMilestone[] =>
  milestones.flatMap((each) => {
    const paid = payments[each.id];
    return paid ? [{ ...each, ...paid }] : [];
  });
