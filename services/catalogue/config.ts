import { addressSettings, commonSettings, settingsOf, viewSettings } from '@junkan/kit/config.ts';

/** Of the engines it reaches NATS only, and writes nothing there. */
export const settings = settingsOf({
  ...commonSettings,
  ...viewSettings,
  ...addressSettings('catalogue'),
});
