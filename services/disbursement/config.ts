import { addressSettings, policyDays, policyPercent, serviceSettings, settingsOf, viewSettings } from '@junkan/kit/config.ts';
import { z } from 'zod';

/** As the tz database names it. */
const isTimeZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone: zone }));
  } catch {
    return false;
  }
};

export const settings = settingsOf({
  ...serviceSettings,
  ...viewSettings,
  ...addressSettings('disbursement'),
  /** Days that the parties have for signing, from the draft on. */
  JUNKAN_POLICY_SIGNING_DAYS: policyDays(60),
  /** Days that a bank account cools for once it is confirmed, before it is used, and limits that are looser than those before. */
  JUNKAN_POLICY_ACCOUNT_COOLING_DAYS: policyDays(3),
  /** For a proposer's answer to a claim to money that it was paid. */
  JUNKAN_POLICY_RECOVERY_ANSWER_DAYS: policyDays(30),
  /** At most so much of a part of a tranche is paid ahead, in percent; and so much of every earlier advance is to be liquidated first. */
  JUNKAN_POLICY_ADVANCE_PERCENT: policyPercent(30),
  JUNKAN_POLICY_ADVANCE_LIQUIDATED_PERCENT: policyPercent(80),
  /** For a proposer’s account of what was paid ahead, from its payment on. */
  JUNKAN_POLICY_ADVANCE_STATEMENT_DAYS: policyDays(90),
  /** After this time the person who may release a hold is reminded. */
  JUNKAN_POLICY_HOLD_DAYS: policyDays(14),
  /** For the parties’ answers before a termination is approved. */
  JUNKAN_POLICY_HEARING_DAYS: policyDays(14),
  /** After which a recorded exchange rate is expired: nothing is converted by it any more. */
  JUNKAN_POLICY_RATE_DAYS: policyDays(10),
  /** By more percent than this an exchange rate differs from the present one only with a reason and a second source. */
  JUNKAN_POLICY_RATE_TOLERANCE_PERCENT: policyPercent(25),
  /** In which the organisation keeps its books: a day ends at its midnight. */
  JUNKAN_POLICY_BOOKS_TIME_ZONE: z.string().refine(isTimeZone, 'must be a time zone of the tz database').default('UTC'),
});
