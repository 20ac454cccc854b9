import type { Recorded } from './facts.ts';

export const event = (stream: string, type: Recorded['type'], at: string, data: object): Recorded => ({
  stream,
  version: 1,
  person: 'person',
  type,
  data,
  at,
});
