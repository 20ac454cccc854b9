import { addressSetting, commonSettings, settingsOf, viewSettings } from '@junkan/kit/config.ts';

/** Of the engines it reaches NATS only, and writes nothing there. */
export const settings = settingsOf({
  ...commonSettings,
  ...viewSettings,
  /** Where the words are kept that items refer to. */
  JUNKAN_PROJECT_REGISTRY: addressSetting,
  JUNKAN_SPONSOR_REGISTRY: addressSetting,
  JUNKAN_MATCHING: addressSetting,
  JUNKAN_DISBURSEMENT: addressSetting,
});
