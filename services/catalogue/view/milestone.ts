import { milestoneFold } from '@junkan/project-registry/fold.ts';
import type { Milestone } from '@junkan/proto/junkan/project/v1/model.ts';
import { amountOf, type Item, type Listed, type Placed, titleKey } from './item.ts';

/** `cited`: the files of all reports, by their hashes. `judgedAt`: when it was found met, in full or in part; '' = it was not. */
export type MilestoneState = Milestone & { readonly cited: readonly string[]; readonly judgedAt: string };

type State = (typeof milestoneFold)['initial'];

export const milestone: Listed<State, Milestone, MilestoneState> = {
  kind: 'milestone',
  fold: milestoneFold,
  seen: (message, { state, since }) => ({
    ...message,
    cited: state.status === 'absent' ? [] : [...state.cited],
    judgedAt: state.status === 'verified' || state.status === 'partially-met' ? since : '',
  }),
  items: (seen, kept) => [itemOf(seen, kept)],
};

function itemOf(seen: MilestoneState, { n, created, updated }: Placed): Item {
  const { id, version, status, project, agreement, proposer, number, title, dueOn, amount } = seen;
  return {
    kind: 'milestone',
    id,
    n,
    columns: {
      version,
      status,
      project,
      agreement,
      proposer,
      number,
      created,
      updated,
      ...amountOf(amount),
      title: titleKey(title),
      due: dueOn,
      plan: `${project}/${String(number).padStart(3, '0')}`,
    },
    tags: { cited: seen.cited },
    text: { title },
    parties: [],
    doc: () => milestoneFold.toJson(seen),
  };
}
