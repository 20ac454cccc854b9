import { addressSettings, listSettings, serviceSettings, settingsOf } from '@junkan/kit/config.ts';

export const settings = settingsOf({ ...serviceSettings, ...listSettings, ...addressSettings('programme') });
