import { addressSetting, serviceSettings } from '@junkan/kit/config.ts';
import { z } from 'zod';

export const settings = z.object({ ...serviceSettings, JUNKAN_PROJECT_REGISTRY: addressSetting, JUNKAN_SPONSOR_REGISTRY: addressSetting });
