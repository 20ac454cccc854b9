import {
  AGREEMENT_STATUSES,
  MEASURE_STATUSES,
  PAYMENT_STATUSES,
  RECOVERY_STATUSES,
} from '@junkan/proto/junkan/disbursement/v1/language.ts';
import { FUNDING_STATUSES, OFFER_STATUSES } from '@junkan/proto/junkan/matching/v1/language.ts';
import {
  ACTION_STATUSES,
  AWARD_CYCLE_STATUSES,
  CITY_EXCHANGE_STATUSES,
  PROJECT_CALL_STATUSES,
  SIGNATORY_STATUSES,
  SUPPORT_REQUEST_STATUSES,
  TRAINING_SESSION_STATUSES,
} from '@junkan/proto/junkan/programme/v1/language.ts';
import { MILESTONE_STATUSES, PROJECT_STATUSES } from '@junkan/proto/junkan/project/v1/language.ts';
import { CLAIM_STATUSES, PASSPORT_STATUSES } from '@junkan/proto/junkan/sponsor/v1/language.ts';
import { recognised } from '@junkan/proto/language.ts';
import type { Holder, Statuses, StatusOf } from '../rules/statuses.ts';
import type { Parts } from './parts.ts';

export const STATUSES: { readonly [Of in Holder]: readonly Statuses[Of][] } = {
  project: PROJECT_STATUSES,
  funding: FUNDING_STATUSES,
  offer: OFFER_STATUSES,
  claim: ['none', ...CLAIM_STATUSES],
  agreement: AGREEMENT_STATUSES,
  measure: MEASURE_STATUSES,
  payment: PAYMENT_STATUSES,
  milestone: MILESTONE_STATUSES,
  passport: PASSPORT_STATUSES,
  recovery: RECOVERY_STATUSES,
  signatory: SIGNATORY_STATUSES,
  exchange: CITY_EXCHANGE_STATUSES,
  request: SUPPORT_REQUEST_STATUSES,
  session: TRAINING_SESSION_STATUSES,
  cycle: AWARD_CYCLE_STATUSES,
  call: PROJECT_CALL_STATUSES,
  action: ['none', ...ACTION_STATUSES],
};

export const statusOf = <Of extends Holder>(of: Of, text: string): StatusOf<Of> => recognised(STATUSES[of], text);

export type Knows = <Of extends Holder>(of: Of, status: string) => StatusOf<Of>;

/**
 * Reads statuses within one observation: what this version does not know is reported to the operators, because the workflow stops there.
 */
export const knowing =
  ({ log, countUnrecognised }: Pick<Parts, 'log' | 'countUnrecognised'>, workflowId: string): Knows =>
  (of, text) => {
    const status = statusOf(of, text);
    if (status === 'unrecognised') {
      log.error({ of, status: text, workflowId }, 'a status that this version of the workflows does not know: nothing is done about it');
      countUnrecognised(of);
    }
    return status;
  };
