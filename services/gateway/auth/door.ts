import type { Call } from '@junkan/kit/call.ts';
import { newId } from '@junkan/kit/ids.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import { type Actor, kindOf } from '@junkan/proto/actor.ts';
import { LRUCache } from 'lru-cache';
import type { Services } from '../services.ts';

export type Door = ReturnType<typeof door>;

const MAX_KNOWN = 10_000;

/** Admits callers: only for organisations that are registered; and a person who acts, acts for one of them. */
export function door({
  'project-registry': projects,
  'sponsor-registry': sponsors,
}: Pick<Services, 'project-registry' | 'sponsor-registry'>) {
  const registered = new LRUCache<string, true>({ max: MAX_KNOWN });
  const acting = new LRUCache<string, { readonly organisation: string; readonly name: string }>({ max: MAX_KNOWN });

  async function isRegistered(organisation: string, call: Call): Promise<boolean> {
    switch (kindOf(organisation)) {
      case 'secretariat':
        return true;
      case 'proposer':
        return isFound(projects.getProposer({ id: organisation }, call));
      case 'sponsor':
        return isFound(sponsors.getSponsor({ id: organisation }, call));
      case 'system':
      case undefined:
        return false;
    }
  }

  return {
    /** @throws ProblemError for somebody of an organisation that is not registered. */
    async enter(actor: Actor, chain: Pick<Call, 'correlationId' | 'causationId'>): Promise<void> {
      const { organisation } = actor;
      if (registered.has(organisation)) return;
      if (!(await isRegistered(organisation, { actor, commandId: '', ...chain })))
        throw new ProblemError({ kind: 'forbidden', type: 'OrganisationIsNotRegistered', data: { organisation } });
      registered.set(organisation, true);
    },
    /**
     * Binds a person who acts to the organisation acted for, and stores the name in the person's token.
     * @throws ProblemError for a person who acts for another one.
     */
    async act({ actor, correlationId, causationId }: Call, name: string): Promise<void> {
      const { person, organisation } = actor;
      const known = acting.get(person);
      if (known?.organisation === organisation && known.name === name) return;
      await projects.affiliate({ name }, { actor, commandId: newId('cmd'), correlationId, causationId });
      acting.set(person, { organisation, name });
    },
  };
}

async function isFound(answer: Promise<unknown>): Promise<boolean> {
  try {
    await answer;
    return true;
  } catch (error) {
    if (error instanceof ProblemError && (error.problem.kind === 'not-found' || error.problem.kind === 'invalid')) return false;
    throw error;
  }
}
