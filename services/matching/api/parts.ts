import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { Requests } from '@junkan/proto/junkan/matching/v1/commands.ts';
import type { MatchingCommandServiceService } from '@junkan/proto/junkan/matching/v1/service.ts';
import type { Facts } from './facts.ts';

/** What the commands of this context stand on. */
export type Parts = { store: EventStore; clock: PolicyClock; texts: Texts; facts: Facts; reopenedDays: number };

/** The commands of this context, their requests checked by the rules of the contract. */
export type Commands = Handlers<typeof MatchingCommandServiceService, Requests>;
