import { delegationsFold } from '@junkan/project-registry/fold.ts';
import type { Delegations } from '@junkan/proto/junkan/project/v1/model.ts';
import type { Listed } from './item.ts';

/** Which roles an organisation has given to whom: for itself and overseers. */
export const delegations: Listed<(typeof delegationsFold)['initial'], Delegations> = {
  kind: 'delegations',
  fold: delegationsFold,
  seen: (message) => message,
  items(seen, { n, created, updated }) {
    const { id, version, status, organisation } = seen;
    const columns = { version, status, organisation, created, updated };
    return [{ kind: 'delegations', id, n, tags: {}, parties: [organisation], columns, doc: () => delegationsFold.toJson(seen) }];
  },
};
