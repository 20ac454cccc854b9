import { type Call, GATEWAY_ACTOR } from '@junkan/kit/call.ts';
import type { PolicyClock } from '@junkan/kit/clock.ts';
import { ProblemError } from '@junkan/kit/problem.ts';
import { actingBy, type DelegationList } from '@junkan/kit/pure/acting.ts';
import { dateOf } from '@junkan/kit/pure/dates.ts';
import { type Actor, isApproving } from '@junkan/proto/actor.ts';
import { LRUCache } from 'lru-cache';
import type { Services } from '../services.ts';

type Chain = Pick<Call, 'correlationId' | 'causationId'>;
type Asked = { readonly list: Promise<DelegationList | undefined>; readonly until: number };
export type Delegations = ReturnType<typeof delegationsOf>;

const MAX_KNOWN = 10_000;
/** What another gateway has let end or begin is read here so much later. */
const KNOWN_MS = 2_000;

/**
 * The actor that a person is today: with the roles that others of its organisation have delegated to it, in addition to those of its token.
 */
export function delegationsOf({ 'project-registry': projects }: Pick<Services, 'project-registry'>, clock: Pick<PolicyClock, 'now'>) {
  const known = new LRUCache<string, Asked>({ max: MAX_KNOWN });

  async function askedOf(organisation: string, chain: Chain): Promise<DelegationList | undefined> {
    const { delegations } = await projects.standingDelegations({ organisation }, { actor: GATEWAY_ACTOR, commandId: '', ...chain });
    return delegations;
  }

  function listOf(organisation: string, chain: Chain): Asked['list'] {
    const before = known.get(organisation);
    if (before && before.until > Date.now()) return before.list;
    const asked = { list: askedOf(organisation, chain), until: Date.now() + KNOWN_MS };
    known.set(organisation, asked);
    asked.list.catch(() => known.get(organisation) === asked && known.delete(organisation));
    return asked.list;
  }

  async function as(actor: Actor, asked: Asked['list']): Promise<Actor> {
    const list = await asked;
    return list ? actingBy(actor, list, dateOf(clock.now())) : actor;
  }

  return {
    /**
     * The actor that a person is. For a person who decides, or has no role, it is read every time: nobody else gives or takes any.
     * @throws ProblemError if it cannot be read: no act is possible without knowing who counts as one person with the actor.
     */
    async acting(actor: Actor, chain: Chain): Promise<Actor> {
      // Letting the time of a trial pass is no act on any item.
      if (actor.roles.length === 1 && actor.roles[0] === 'clock.operator') return actor;
      const mayBeConcerned = actor.roles.length === 0 || actor.roles.some(isApproving);
      return as(actor, mayBeConcerned ? askedOf(actor.organisation, chain) : listOf(actor.organisation, chain));
    },
    /** As whom somebody reads: with the own roles alone where it cannot be known. */
    async reading(actor: Actor, chain: Chain): Promise<Actor> {
      try {
        return await as(actor, listOf(actor.organisation, chain));
      } catch (error) {
        if (error instanceof ProblemError) return actor;
        throw error;
      }
    },
    /** Changes through this gateway are seen here immediately. `item`: what a command of the organisation has changed. */
    changed(organisation: string, item: string): void {
      if (item.startsWith('dlg_')) known.delete(organisation);
    },
  };
}
