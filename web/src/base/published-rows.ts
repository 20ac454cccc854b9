import type { PublishedMilestone } from '../exports/published-columns.ts';
import type { Schemas } from './api/types.ts';

type Answer = { readonly milestones: readonly Schemas['Milestone'][]; readonly payments: Readonly<Record<string, Schemas['Paid']>> };
/** Milestones with what is paid of each. */
export const publishedRows = ({ milestones, payments }: Answer): PublishedMilestone[] =>
  milestones.flatMap((each) => {
    const paid = payments[each.id];
    return paid ? [{ ...each, ...paid }] : [];
  });
