import { addressSetting, policyDays, serviceSettings, settingsOf } from '@junkan/kit/config.ts';

export const settings = settingsOf({
  ...serviceSettings,
  /** Where the project registry listens: payments rest on its verified milestones. */
  JUNKAN_PROJECT_REGISTRY: addressSetting,
  /** Days that the parties have for signing, from the draft on. */
  JUNKAN_POLICY_SIGNING_DAYS: policyDays(60),
});
