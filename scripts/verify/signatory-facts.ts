import { createHash } from 'node:crypto';
import { dayIn } from '@junkan/kit/pure/dates.ts';
import { type Acted, type Recorded, type Stored, streamsOf } from './facts.ts';
import type { Moved, Owing } from './ladder.ts';

// A signatory and its declaration, from their raw events.

export type Check = (holds: boolean, fault: () => string) => void;

/** One time that a city sets out to sign, with what came of it. */
export type Attempt = {
  readonly signatory: string;
  readonly name: string;
  readonly number: number;
  readonly city: string;
  readonly declaration: string;
  readonly zone: string;
  readonly events: readonly Acted[];
};

export const BEGINNINGS: readonly Recorded['type'][] = ['InterestExpressed', 'CityInvited'];
export const ENDS: readonly Recorded['type'][] = ['CityDeclined', 'JoiningStopped', 'SignatoryWithdrew', 'SignatoryLapsed'];

/** Each time that a city has set out to sign a declaration: an invitation answers an interest, and goes on with it. */
export function attemptsIn({ programme }: Pick<Stored, 'programme'>): Attempt[] {
  return signatoriesIn({ programme }).flatMap(([signatory, events]) => {
    const attempts: Attempt[] = [];
    for (const event of events) {
      const last = attempts.at(-1);
      const { attempt, city, declaration, place } = event.data;
      if (last && !(BEGINNINGS.includes(event.type) && attempt !== last.number)) {
        attempts[attempts.length - 1] = { ...last, zone: place?.timeZone ?? last.zone, events: [...last.events, event] };
        continue;
      }
      const number = attempt ?? 0;
      const name = `attempt ${number} of ${signatory}`;
      attempts.push({ signatory, name, number, city, declaration, zone: place?.timeZone ?? 'UTC', events: [event] });
    }
    return attempts;
  });
}

export const signatoriesIn = ({ programme }: Pick<Stored, 'programme'>): [string, readonly Acted[]][] =>
  [...programme.byStream].filter(([stream]) => stream.startsWith('sgn_'));

export const before = <One extends Recorded>(events: readonly One[], { version }: Pick<Recorded, 'version'>): readonly One[] =>
  events.filter((each) => each.version < version);
export const lastOf = <One extends Recorded>(events: readonly One[], ...types: readonly Recorded['type'][]): One | undefined =>
  events.findLast(({ type }) => types.includes(type));

export const dayOf = ({ zone }: Pick<Attempt, 'zone'>, at: string): string => dayIn(zone, at);

/** The last moment of which anything is recorded: it is later by now. */
export function lastMoment(stored: Stored): string {
  let last = '';
  for (const { events } of Object.values(stored)) for (const { at } of events) if (at > last) last = at;
  return last;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
export const isDay = (text: unknown): text is string => DAY.test(String(text)) && !Number.isNaN(Date.parse(String(text)));

/** What has moved obligations. */
const movesIn = (events: readonly Recorded[]): Moved[] =>
  events.flatMap(({ type, data }): Moved[] => {
    const { obligation, on, days } = data;
    switch (type) {
      case 'TurnChanged':
        return [{ obligation, on, what: data.fact }];
      case 'ExtensionGranted':
        return [{ obligation, on, what: 'extended', days }];
      case 'NoticeIssued':
        return [{ obligation, on, what: 'noticed' }];
      case 'SignatorySuspended':
        return [{ obligation, on, what: 'suspended' }];
      default:
        return [];
    }
  });

/** What it owes by these events; nothing before its admission. */
export function owingBy(events: readonly Recorded[]): Owing | undefined {
  const admitted = lastOf(events, 'SignatoryAdmitted')?.data;
  return admitted && isDay(admitted.on) ? { rule: admitted.rule ?? {}, admittedOn: admitted.on, moves: movesIn(events) } : undefined;
}

/** A version of a declaration: what was drafted, and how it was published. */
export type Version = { readonly drafted: Recorded; readonly published: Recorded | undefined };

export const declarationsIn = ({ programme }: Pick<Stored, 'programme'>): [string, readonly Recorded[]][] => streamsOf(programme, 'dcl');

export function versionIn(events: readonly Recorded[], number: number): Version | undefined {
  const drafted = events.find(({ type, data }) => type === 'DeclarationDrafted' && data.number === number);
  return drafted && { drafted, published: events.find(({ type, data }) => type === 'DeclarationPublished' && data.number === number) };
}

type Wording = { readonly language: string; readonly text: string };
type Wordings = readonly Wording[];
const said = (wordings: Wordings | undefined, language: string): string | undefined =>
  (wordings ?? []).find((each) => each.language === language)?.text;

/** The hash of the text of a version in one language; nothing where it has none in that language. */
export function hashOfText({ data }: Recorded, language: string): string | undefined {
  const { number, text = {} } = data;
  const commitments: readonly { readonly code: string; readonly text?: Wordings }[] = text.commitments ?? [];
  const words = [said(text.title, language), said(text.preamble, language), ...commitments.map((each) => said(each.text, language))];
  if (words.includes(undefined)) return undefined;
  const [title, preamble, ...texts] = words;
  const marked = text.marked ?? '';
  const read = commitments.map(({ code }, at) => ({ code, text: texts[at] }));
  const signed = { format: 'junkan.declaration.1', version: number, language, marked, title, preamble, commitments: read };
  return createHash('sha256').update(JSON.stringify(signed)).digest('hex');
}
