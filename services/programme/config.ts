import { addressSettings, listSettings, serviceSettings, settingsOf, viewSettings } from '@junkan/kit/config.ts';

export const settings = settingsOf({ ...serviceSettings, ...viewSettings, ...listSettings, ...addressSettings('programme') });
