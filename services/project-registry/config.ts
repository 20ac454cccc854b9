import { addressSettings, listSettings, policyDays, serviceSettings, settingsOf, viewSettings } from '@junkan/kit/config.ts';
import { hostPort } from '@junkan/kit/engine-settings.ts';
import { FILE_TYPES, fileTypeOf } from '@junkan/kit/files/types.ts';
import { z } from 'zod';
import type { EvidencePolicy, Policy } from './projects/policy.ts';

const ALL_TYPES = FILE_TYPES.map(({ mediaType }) => mediaType);

export const settings = settingsOf({
  ...serviceSettings,
  ...viewSettings,
  ...listSettings,
  ...addressSettings('project-registry'),
  JUNKAN_POLICY_SCREENING_DAYS: policyDays(30),
  JUNKAN_POLICY_INFORMATION_DAYS: policyDays(30),
  JUNKAN_POLICY_OPENING_DAYS: policyDays(30),
  JUNKAN_POLICY_ROUND_DAYS: policyDays(90),
  JUNKAN_POLICY_APPROVAL_DAYS: policyDays(60),
  JUNKAN_POLICY_VERIFICATION_DAYS: policyDays(30),
  JUNKAN_POLICY_PAYMENT_DAYS: policyDays(30),
  JUNKAN_POLICY_CLOSING_DAYS: policyDays(90),
  /** How long a role may be given to another person. */
  JUNKAN_POLICY_DELEGATION_DAYS: policyDays(60),
  JUNKAN_POLICY_OVERDUE_GRACE_DAYS: z.coerce.number().int().min(0).max(3_650).default(30),
  /** `required`: a report is submitted by the sign-off of a certifier alone. */
  JUNKAN_POLICY_SIGN_OFF: z.enum(['required', 'optional']).default('optional'),
  /** Where ClamAV's clamd scans what is uploaded, host:port in a network of one's own; unset: nothing is scanned. */
  JUNKAN_SCANNER: hostPort.optional(),
  /** Media types separated by commas. */
  JUNKAN_POLICY_EVIDENCE_TYPES: z
    .string()
    .regex(/^[^\s,]+\/[^\s,]+(,[^\s,]+\/[^\s,]+)*$/, 'media types separated by commas')
    .refine(
      (types) => types.split(',').every((type) => fileTypeOf(type) !== undefined),
      `only types whose files can be examined: ${ALL_TYPES.join(', ')}`,
    )
    .default(ALL_TYPES.join(',')),
  JUNKAN_POLICY_EVIDENCE_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(25 * 1024 * 1024),
  /** What one organisation may keep in all. */
  JUNKAN_POLICY_EVIDENCE_QUOTA_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(2 * 1024 * 1024 * 1024),
});
export type Settings = z.output<typeof settings>;

export const policyOf = (from: Settings): Policy => ({
  screeningDays: from.JUNKAN_POLICY_SCREENING_DAYS,
  informationDays: from.JUNKAN_POLICY_INFORMATION_DAYS,
  openingDays: from.JUNKAN_POLICY_OPENING_DAYS,
  roundDays: from.JUNKAN_POLICY_ROUND_DAYS,
  approvalDays: from.JUNKAN_POLICY_APPROVAL_DAYS,
  verificationDays: from.JUNKAN_POLICY_VERIFICATION_DAYS,
  paymentDays: from.JUNKAN_POLICY_PAYMENT_DAYS,
  closingDays: from.JUNKAN_POLICY_CLOSING_DAYS,
  overdueGraceDays: from.JUNKAN_POLICY_OVERDUE_GRACE_DAYS,
  signOffIsRequired: from.JUNKAN_POLICY_SIGN_OFF === 'required',
});

export const evidencePolicyOf = (from: Settings): EvidencePolicy => ({
  mediaTypes: from.JUNKAN_POLICY_EVIDENCE_TYPES.split(','),
  mostBytes: from.JUNKAN_POLICY_EVIDENCE_BYTES,
  quotaBytes: from.JUNKAN_POLICY_EVIDENCE_QUOTA_BYTES,
});
