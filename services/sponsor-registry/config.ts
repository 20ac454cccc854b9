import { listSettings, serviceSettings, settingsOf } from '@junkan/kit/config.ts';
import { z } from 'zod';
import { DUE_DILIGENCE } from './passports/passport.ts';

export const settings = settingsOf({
  ...serviceSettings,
  ...listSettings,
  /** Whether an approval needs a clearance of the proposer only where it was ever judged, or always. */
  JUNKAN_POLICY_DUE_DILIGENCE: z.enum(DUE_DILIGENCE).default('when-requested'),
  /** The longest validity of a clearance, in months from the day on which it is given. */
  JUNKAN_POLICY_CLEARANCE_MONTHS: z.coerce.number().int().min(1).max(120).default(36),
});
