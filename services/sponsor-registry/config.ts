import { serviceSettings } from '@junkan/kit/config.ts';
import { z } from 'zod';

export const settings = z.object(serviceSettings);
