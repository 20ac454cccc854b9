import { type Call, GATEWAY_ACTOR } from '@junkan/kit/call.ts';
import { newId } from '@junkan/kit/ids.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import { type Actor, kindOf } from '@junkan/proto/actor.ts';
import { LRUCache } from 'lru-cache';
import type { Services } from '../services.ts';

type Chain = Pick<Call, 'correlationId' | 'causationId'>;
export type Door = ReturnType<typeof door>;

const MAX_KNOWN = 10_000;

/** Who has not acted may act for an organisation elsewhere: that is seen here so much later. */
const UNBOUND_MS = 10_000;

/** Admits callers: only for organisations that are registered; and a person who has acted for one of them comes for that one alone. */
export function door({
  'project-registry': projects,
  'sponsor-registry': sponsors,
  programme,
}: Pick<Services, 'project-registry' | 'sponsor-registry' | 'programme'>) {
  const registered = new LRUCache<string, true>({ max: MAX_KNOWN });
  /** Of persons who only read here, for good. */
  const bound = new LRUCache<string, string>({ max: MAX_KNOWN });
  const acting = new LRUCache<string, { readonly organisation: string; readonly name: string }>({ max: MAX_KNOWN });

  // By the clock of the wall, and not by one that nobody can set: a walk of the simulation takes the same turns again.
  const unbound = new LRUCache<string, true>({ max: MAX_KNOWN, ttl: UNBOUND_MS, perf: { now: () => Date.now() } });

  /** @throws ProblemError for a person who has acted for another organisation. */
  async function requireOwn({ person, organisation }: Actor, chain: Chain): Promise<void> {
    if (unbound.has(person)) return;
    const known = acting.get(person)?.organisation ?? bound.get(person);
    const own = known ?? (await projects.affiliation({ person }, { actor: GATEWAY_ACTOR, commandId: '', ...chain })).organisation;
    if (own === '') unbound.set(person, true);
    else bound.set(person, own);
    if (own !== '' && own !== organisation) throw new ProblemError({ kind: 'forbidden', type: 'PersonActsForAnother', data: { person } });
  }

  async function isRegistered(organisation: string, call: Call): Promise<boolean> {
    switch (kindOf(organisation)) {
      case 'secretariat':
        return true;
      case 'proposer':
        return isFound(projects.getProposer({ id: organisation }, call));
      case 'sponsor':
        return isFound(sponsors.getSponsor({ id: organisation }, call));
      case 'partner':
        return isFound(programme.readPartner({ id: organisation, permissions: false }, call));
      case 'system':
      case undefined:
        return false;
    }
  }

  /** A partner may be closed at any time, so that it is asked each time. @throws ProblemError for somebody of one that is. */
  async function requireOpen(actor: Actor, chain: Chain): Promise<void> {
    const { organisation } = actor;
    if (kindOf(organisation) !== 'partner') return;
    const { partner } = await programme.readPartner({ id: organisation, permissions: false }, { actor, commandId: '', ...chain });
    if (partner?.status === 'closed') throw new ProblemError({ kind: 'forbidden', type: 'OrganisationIsClosed', data: { organisation } });
  }

  return {
    /** @throws ProblemError for somebody of an organisation that is not registered, or who has acted for another one. */
    async enter(actor: Actor, chain: Chain): Promise<void> {
      const { organisation } = actor;
      if (!registered.has(organisation)) {
        if (!(await isRegistered(organisation, { actor, commandId: '', ...chain })))
          throw new ProblemError({ kind: 'forbidden', type: 'OrganisationIsNotRegistered', data: { organisation } });
        registered.set(organisation, true);
      }
      await requireOwn(actor, chain);
    },
    /**
     * Binds a person who acts to the organisation acted for, and stores the name in the person's token.
     * @throws ProblemError for a person who acts for another one, or for one that is closed.
     */
    async act({ actor, correlationId, causationId }: Call, name: string): Promise<void> {
      const { person, organisation } = actor;
      await requireOpen(actor, { correlationId, causationId });
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
