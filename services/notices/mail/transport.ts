import { createTransport, type TransportOptions } from 'nodemailer';
import type { Mail } from './sender.ts';

/** Hands mail over by SMTP. `isOpen`: also in the clear, where the server offers no encryption; else nothing is sent there, neither name nor password. */
export function transportTo(url: string, from: string, { isOpen }: { readonly isOpen: boolean }) {
  const transport = createTransport({ url, requireTLS: !isOpen } as TransportOptions, { from });
  return {
    async send({ to, subject, text, messageId }: Mail): Promise<void> {
      await transport.sendMail({ to, subject, text, messageId, from });
    },
    close: async (): Promise<void> => transport.close(),
  };
}
