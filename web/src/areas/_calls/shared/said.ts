import { secretariat } from '#messages';
import * as c from '#messages/calls';
import type { Schemas } from '../../../base/api/client.ts';

export type Call = Schemas['ProjectCall'];

/** Whose officers draft calls. */
export const DRAFTING: readonly string[] = ['secretariat.officer', 'sponsor.officer'];

/** Who has opened a call, by name. */
export const ownerName = ({ owner }: Pick<Call, 'owner'>, names: Schemas['Names']): string =>
  owner === 'secretariat' ? secretariat() : (names[owner]?.text ?? owner);

/** What answers a call is called, with its city: two projects may have one title. */
export function answerName({ entries, names = {} }: Pick<Call, 'entries' | 'names'>, answer: string): string {
  const { project = '', city = '' } = entries.find((each) => each.answer === answer) ?? {};
  return c.ofCity({ title: names[project]?.text ?? c.project(), city: names[city]?.text ?? city });
}
