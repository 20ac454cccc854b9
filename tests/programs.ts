import { settings as catalogue } from '@junkan/catalogue/config.ts';
import { settings as disbursement } from '@junkan/disbursement/config.ts';
import { settings as gateway } from '@junkan/gateway/config.ts';
import { settings as matching } from '@junkan/matching/config.ts';
import { settings as projectRegistry } from '@junkan/project-registry/config.ts';
import { settings as sponsorRegistry } from '@junkan/sponsor-registry/config.ts';
import { settings as workflows } from '@junkan/workflows/config.ts';

/** What each program asks of its environment. */
export const SETTINGS = {
  'project-registry': projectRegistry,
  'sponsor-registry': sponsorRegistry,
  matching,
  disbursement,
  catalogue,
  workflows,
  gateway,
} as const;
