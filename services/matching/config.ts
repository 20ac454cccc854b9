import { addressSetting, policyDays, serviceSettings, settingsOf } from '@junkan/kit/config.ts';

export const settings = settingsOf({
  ...serviceSettings,
  JUNKAN_PROJECT_REGISTRY: addressSetting,
  JUNKAN_SPONSOR_REGISTRY: addressSetting,
  /** How long a round goes on, at least, after a co-funder has withdrawn. */
  JUNKAN_POLICY_REOPENED_ROUND_DAYS: policyDays(30),
});
