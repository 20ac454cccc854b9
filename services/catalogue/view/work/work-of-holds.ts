import { parseHoldStatus } from '@junkan/proto/junkan/disbursement/v1/language.ts';
import type { Hold } from '@junkan/proto/junkan/disbursement/v1/model.ts';
import type { AgreementState } from '../agreement.ts';

/** Whether the money of a part waits for a release, so that nobody asks, approves or instructs. */
export const isHeld = ({ tranche, sponsor }: Pick<Hold, 'tranche' | 'sponsor'>, { holds }: Pick<AgreementState, 'holds'>): boolean =>
  holds.some((hold) => parseHoldStatus(hold.status) === 'standing' && hold.tranche === tranche && hold.sponsor === sponsor);
