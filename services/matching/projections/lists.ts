import { ownList } from '@junkan/kit/messaging/list-projection.ts';
import { fundingMessage, fundings } from '../mapping.ts';

export const fundingList = ownList({
  name: 'fundings',
  aggregate: fundings,
  message: fundingMessage,
  keys: ({ project, status, offers }) => ({ project, status, sponsor: [...new Set(offers.map(({ sponsor }) => sponsor))] }),
});
