import type { Call } from '@junkan/kit/call.ts';
import { notFound } from '@junkan/kit/grpc/problem.ts';
import type { TimelineEntry } from '@junkan/proto/junkan/project/v1/model.ts';
import { mayLearnOfReliance, mustReadPassportTrail } from '../auth/reading.ts';
import type { Services } from '../services.ts';
import { type Told, told } from './words.ts';

/** All that happened to a passport, with who acted and its cause; a sponsor learns of its own reliances alone. */
export async function timelineOfPassport({ sponsors }: Services, id: string, call: Call): Promise<{ entries: Told[] }> {
  mustReadPassportTrail(call.actor);
  const { entries } = await sponsors.history({ id }, call);
  if (entries.length === 0) throw notFound('Passport', id);
  return { entries: entries.filter(isFor(call)).map(told) };
}

const isFor =
  ({ actor }: Call) =>
  ({ type, data }: TimelineEntry): boolean =>
    type !== 'ClearanceReliedOn' || mayLearnOfReliance(actor, JSON.parse(data) as { organisation?: unknown });
