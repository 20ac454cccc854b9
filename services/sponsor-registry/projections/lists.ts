import { ownList } from '@junkan/kit/messaging/list-projection.ts';
import { envelopeMessage, envelopes, passportMessage, passports } from '../mapping.ts';

export const envelopeList = ownList({
  name: 'envelopes',
  aggregate: envelopes,
  message: envelopeMessage,
  keys: ({ sponsor }) => ({ sponsor }),
});

export const passportList = ownList({
  name: 'passports',
  aggregate: passports,
  message: passportMessage,
  keys: ({ subject, status }) => ({ subject, status }),
});
