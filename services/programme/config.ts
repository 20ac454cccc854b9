import { addressSettings, serviceSettings, settingsOf } from '@junkan/kit/config.ts';

export const settings = settingsOf({ ...serviceSettings, ...addressSettings('programme') });
