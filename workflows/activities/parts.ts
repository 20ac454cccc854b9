import type { PolicyClock } from '@junkan/kit/clock.ts';
import type { Log } from '@junkan/kit/log.ts';
import type { ServicesOf } from '@junkan/kit/services.ts';
import type { NoticePolicy } from '../rules/policy.ts';
import type { WakeRecords } from '../wake-records.ts';

/** The services as the workflows' activities reach them: commands and queries over gRPC, nothing else. */
export type Services = ServicesOf<'workflows'>;

export type Parts = {
  readonly services: Services;
  readonly wakeRecords: WakeRecords;
  readonly clock: PolicyClock;
  readonly policy: Required<NoticePolicy>;
  readonly log: Log;
  /** Counts a status of this that is not known. */
  readonly countUnrecognised: (of: string) => void;
};
