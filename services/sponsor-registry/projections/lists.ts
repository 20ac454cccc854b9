import { ownList } from '@junkan/kit/messaging/list-projection.ts';
import { envelopeMessage, envelopes } from '../mapping.ts';

export const envelopeList = ownList({
  name: 'envelopes',
  aggregate: envelopes,
  message: envelopeMessage,
  keys: ({ sponsor }) => ({ sponsor }),
});
