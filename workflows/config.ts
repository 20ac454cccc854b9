import { addressSettings, serviceSettings, settingsOf } from '@junkan/kit/config.ts';
import { temporalSettings } from '@junkan/kit/engine-settings.ts';
import { z } from 'zod';

const days = (usual: number) => z.coerce.number().int().min(0).max(3_650).default(usual);

export const settings = settingsOf({
  ...serviceSettings,
  ...temporalSettings,
  /** A file with the workflows' code, made beforehand; without it the worker makes it at its start. */
  JUNKAN_WORKFLOW_BUNDLE: z.string().min(1).optional(),
  ...addressSettings('workflows'),
  JUNKAN_POLICY_REMIND_BEFORE_SCREENING_DAYS: days(7),
  JUNKAN_POLICY_ESCALATE_INFORMATION_DAYS: days(30),
  JUNKAN_POLICY_REMIND_BEFORE_ROUND_ENDS_DAYS: days(14),
  JUNKAN_POLICY_ESCALATE_APPROVAL_DAYS: days(14),
  JUNKAN_POLICY_ESCALATE_SIGNATURE_DAYS: days(14),
  JUNKAN_POLICY_REMIND_BEFORE_REPORT_DAYS: days(30),
  JUNKAN_POLICY_OVERDUE_GRACE_DAYS: days(30),
  JUNKAN_POLICY_ESCALATE_TO_SPONSORS_DAYS: days(30),
  JUNKAN_POLICY_ESCALATE_TO_SUSPENSION_REVIEW_DAYS: days(30),
  JUNKAN_POLICY_ESCALATE_VERIFICATION_DAYS: days(14),
  JUNKAN_POLICY_ESCALATE_PAYMENT_DAYS: days(14),
  JUNKAN_POLICY_REMIND_OF_CONFIRMATION_DAYS: days(3),
  JUNKAN_POLICY_ESCALATE_CLOSING_DAYS: days(30),
  JUNKAN_POLICY_REMIND_BEFORE_CLEARANCE_EXPIRES_DAYS: days(30),
});
