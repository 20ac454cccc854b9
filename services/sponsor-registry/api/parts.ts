import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Handlers } from '@junkan/kit/grpc/contract.ts';
import type { Lists } from '@junkan/kit/lists.ts';
import type { EventStore } from '@junkan/kit/store/event-store.ts';
import type { KeyClaims } from '@junkan/kit/store/key-claims.ts';
import type { Texts } from '@junkan/kit/store/texts.ts';
import type { Requests } from '@junkan/proto/junkan/sponsor/v1/commands.ts';
import type { SponsorCommandServiceService } from '@junkan/proto/junkan/sponsor/v1/service.ts';

/** What the commands of this context stand on. */
export type Parts = {
  readonly store: EventStore;
  readonly texts: Texts;
  readonly keys: KeyClaims;
  readonly clock: PolicyClock;
  /** The controlled lists of the installation. */
  readonly lists: Lists;
  readonly clearanceMonths: number;
};

/** The commands of this context, their requests checked by the rules of the contract. */
export type Commands = Handlers<typeof SponsorCommandServiceService, Requests>;
