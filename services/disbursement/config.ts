import { addressSettings, policyDays, serviceSettings, settingsOf, viewSettings } from '@junkan/kit/config.ts';

export const settings = settingsOf({
  ...serviceSettings,
  ...viewSettings,
  ...addressSettings('disbursement'),
  /** Days that the parties have for signing, from the draft on. */
  JUNKAN_POLICY_SIGNING_DAYS: policyDays(60),
});
