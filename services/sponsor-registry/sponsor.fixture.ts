import { randomBytes, randomUUID } from 'node:crypto';
import type { Call } from '@junkan/kit/call.ts';
import { newKeys } from '@junkan/kit/keys.ts';
import type { Actor } from '@junkan/proto/actor.ts';
import { PROGRAM_NAMES } from '@junkan/proto/programs.ts';
import { inject } from 'vitest';

export const keys = newKeys(PROGRAM_NAMES);
/** A call by a person, a command of its own unless it is named. */
export const as = (actor: Actor, commandId: string = randomUUID()): Call => ({
  actor,
  commandId,
  correlationId: `chain-${commandId}`,
  causationId: 'test',
});
/** Settings of a trial on the engines of the tests, in a namespace of its own. */
export const environment = (prefix: string) => ({
  JUNKAN_MONGO_URL: inject('mongoUrl'),
  JUNKAN_NATS_URL: inject('natsUrl'),
  JUNKAN_TRIAL: 'true',
  ...keys['sponsor-registry'],
  JUNKAN_NAMESPACE: `${prefix}_${randomBytes(4).toString('hex')}`,
});
