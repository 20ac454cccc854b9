import type { Recorded } from './facts.ts';

export const event = (stream: string, type: Recorded['type'], at: string, data: object): Recorded => ({
  stream,
  version: 1,
  person: 'person',
  type,
  data,
  at,
});

/** Of a statement. */
export const stated = (type: Recorded['type'], data: object, person = 'maker'): Recorded => ({
  ...event('stm_a', type, '2026-11-26T10:00:00.000Z', data),
  person,
});
