import type { Received } from '@junkan/kit/call.ts';
import { idFrom } from '@junkan/kit/ids.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import { milestoneIdParts } from '@junkan/proto/junkan/project/v1/language.ts';
import { asking, milestoneOf, type ProjectRegistry } from '../../../api/registry.ts';
import { agreements, promisedOf } from '../../../mapping.ts';
import type { AgreementId } from '../../ids.ts';
import type { Promised } from '../measure-commands.ts';

type Parts = { readonly store: EventStore; readonly projectRegistry: ProjectRegistry };

/** What the milestones promise of which these results are, as the registry knows them now. */
export async function promisedIn(
  { store, projectRegistry }: Parts,
  agreement: AgreementId,
  results: readonly { readonly tranche: number }[],
  call: Received,
): Promise<readonly Promised[]> {
  const tranches = [...new Set(results.map(({ tranche }) => tranche))];
  const { state } = await store.load(agreements, agreement);
  if (tranches.length === 0 || state.status === 'absent') return [];
  const project = await projectRegistry.getProject({ id: state.project }, asking(call));
  return Promise.all(
    tranches.map(async (tranche) => {
      const milestone = await milestoneOf(projectRegistry, idFrom(...milestoneIdParts(agreement, tranche)), call);
      return promisedOf(tranche, project, milestone);
    }),
  );
}
