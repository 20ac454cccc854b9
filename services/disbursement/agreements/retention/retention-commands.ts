import type { Instant } from '@junkan/kit/pure/dates.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import type { AgreementId, PaymentId, SponsorId } from '../ids.ts';

/** The sponsor's retained money, once every cell is settled. `payment`: the one that releases it. */
export type RequestRelease = {
  type: 'RequestRelease';
  agreement: AgreementId;
  sponsor: SponsorId;
  payment: PaymentId;
  now: Instant;
  by: Actor;
};

export type RetentionRejection = { type: 'NothingIsRetained'; sponsor: string } | { type: 'RetentionIsReleased'; sponsor: SponsorId };

/** The sponsors to whose commitments a termination has given back whatever was retained, also of what had come to nothing by then. */
export type GivenBack = { own: readonly SponsorId[]; command: RequestRelease; event: never; rejection: RetentionRejection };
