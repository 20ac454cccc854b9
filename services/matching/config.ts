import { addressSetting, serviceSettings, settingsOf } from '@junkan/kit/config.ts';
import { z } from 'zod';

export const settings = settingsOf({
  ...serviceSettings,
  JUNKAN_PROJECT_REGISTRY: addressSetting,
  JUNKAN_SPONSOR_REGISTRY: addressSetting,
  /** How long a round goes on, at least, after a co-funder has withdrawn. */
  JUNKAN_POLICY_REOPENED_ROUND_DAYS: z.coerce.number().int().min(1).max(3_650).default(30),
});
