import { addressSettings, serviceSettings, settingsOf, viewSettings } from '@junkan/kit/config.ts';
import { z } from 'zod';

export const settings = settingsOf({
  ...serviceSettings,
  ...viewSettings,
  ...addressSettings('notices'),
  /** Where mail is handed over: smtp://user:password@host:port, or smtps. Without it no mail is sent; outside of a trial none is sent without encryption (STARTTLS). */
  JUNKAN_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Whom mail comes from. */
  JUNKAN_MAIL_FROM: z.email().default('junkan@localhost.localdomain'),
  /** The address of the site, to which mail leads. */
  JUNKAN_HOME: z.url({ protocol: /^https?$/ }).optional(),
});
