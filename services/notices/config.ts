import { serviceSettings, settingsOf, viewSettings } from '@junkan/kit/config.ts';

export const settings = settingsOf({ ...serviceSettings, ...viewSettings });
