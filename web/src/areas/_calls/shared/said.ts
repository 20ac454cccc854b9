import { secretariat } from '#messages';
import * as c from '#messages/calls';
import type { Schemas } from '../../../base/api/client.ts';
import { countryName } from '../../../base/parts/locale.ts';

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

/** Whose answer a reviewer reads, and in which country. */
export const whereOf = ({ city, country }: Pick<Schemas['ReviewedAnswer'], 'city' | 'country'>, names: Schemas['Names'] = {}): string =>
  [names[city]?.text ?? city, countryName(country)].join(' · ');
