import type { Received } from '@junkan/kit/call.ts';
import { commander } from '@junkan/kit/grpc/command.ts';
import { type Instant, milliseconds } from '@junkan/kit/pure/dates.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { Parts } from '../../api/parts.ts';
import { exchanges, peers } from '../../mapping.ts';
import { type ExchangeId, isUnderWay, type State } from '../exchange.ts';
import { peerIdOf } from './cities.ts';

type Claiming = Pick<Parts, 'store' | 'clock'>;
type Claim = { readonly exchange: string; readonly at: Instant };

/** An attempt to agree takes far less; what it has claimed by then and is not agreed has come to nothing. */
const DEAD_AFTER_MS = 3_600_000;

/** Whether an exchange, or an attempt to agree to it, takes of the capacity. */
const isTaking = (state: State, { at }: Claim, now: Instant): boolean =>
  state.status !== 'absent' && (isUnderWay(state) || (state.status === 'invited' && milliseconds(now) - milliseconds(at) <= DEAD_AFTER_MS));

/** Of what is claimed, what is not taken any more. */
export async function givenBack({ store, clock }: Claiming, claims: readonly Claim[]): Promise<string[]> {
  const now = clock.now();
  const found = await Promise.all(
    claims.map(async (claim) => (isTaking((await store.load(exchanges, claim.exchange)).state, claim, now) ? [] : [claim.exchange])),
  );
  return found.flat();
}

/** Whether the provider’s capacity has to follow an exchange that is over. */
export async function isUnsettled({ store }: Pick<Claiming, 'store'>, exchange: string, state: State): Promise<boolean> {
  if (state.status === 'absent' || isUnderWay(state) || state.status === 'invited') return false;
  const { state: peer } = await store.load(peers, peerIdOf(state.provider));
  return peer.claims.some((each) => each.exchange === exchange);
}

export async function settle({ store, clock }: Claiming, exchange: ExchangeId, call: Received): Promise<void> {
  const { state } = await store.load(exchanges, exchange);
  if (state.status === 'absent' || !(await isUnsettled({ store }, exchange, state))) return;
  const city = state.provider;
  await commander(store, peers, REJECTIONS)(peerIdOf(city), { type: 'ReleaseCapacity', city, exchange, now: clock.now() }, call);
}
