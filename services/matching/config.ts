import { addressSettings, policyDays, serviceSettings, settingsOf, viewSettings } from '@junkan/kit/config.ts';

export const settings = settingsOf({
  ...serviceSettings,
  ...viewSettings,
  ...addressSettings('matching'),
  /** How long a round continues, at least, after a co-funder has withdrawn. */
  JUNKAN_POLICY_REOPENED_ROUND_DAYS: policyDays(30),
});
