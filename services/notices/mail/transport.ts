import { createTransport } from 'nodemailer';
import type { Mail } from './sender.ts';

/** Hands mail over by SMTP. */
export function transportTo(url: string, from: string) {
  const transport = createTransport(url, { from });
  return {
    async send({ to, subject, text, messageId }: Mail): Promise<void> {
      await transport.sendMail({ to, subject, text, messageId, from });
    },
    close: async (): Promise<void> => transport.close(),
  };
}
