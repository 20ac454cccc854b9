import { type Instant, milliseconds } from '@junkan/kit/pure/dates.ts';
import type { PeerStanding } from '@junkan/proto/junkan/programme/v1/language.ts';
import { obligationMessages, standingOfSignatory } from '../declaration/obligation-message.ts';
import { isInForce, isJoining, type Existing as Signatory } from '../declaration/signatory.ts';
import { type State as Assessment, standing } from '../reports/assessment.ts';
import { skillsGap } from '../reports/levels.ts';
import type { Existing as Action } from '../results/action.ts';
import type { State as OwnTerms } from './peer.ts';
import { type Done, INTERPRETER, type Peer } from './peers.ts';

/** What the record knows of a city, and what it says of itself: nothing of it is typed again for a match. */
export type OfCity = {
  readonly city: string;
  readonly signatory: Signatory;
  readonly assessment: Assessment;
  readonly actions: readonly Doing[];
  readonly own: OwnTerms;
};

/** What an action says of a city as a peer. A verified report counts once, whatever it measured; so does what the city has reported of a period. */
export type Doing = {
  readonly code: string;
  readonly isPlanned: boolean;
  /** None of one that was stopped. */
  readonly streams: readonly string[];
} & Done;

export function doingOf({ status, tags, content, results }: Action): Doing {
  const told = results.filter(({ measured }) => measured.notAvailable === '');
  const sourcesOf = (isVerified: boolean): number =>
    new Set(told.filter(({ funding }) => (funding !== undefined) === isVerified).map(({ source }) => source)).size;
  return {
    code: tags.code,
    isPlanned: status === 'planned',
    streams: status === 'stopped' ? [] : content.themes,
    verified: sourcesOf(true),
    reported: sourcesOf(false),
  };
}

/** Of the signatures of a city the one that binds it; where several do, the one that is in force. */
export const binding = <Named extends { readonly state: Signatory }>(all: readonly Named[]): Named | undefined =>
  all.find(({ state }) => isInForce(state)) ?? all.find(({ state }) => isJoining(state)) ?? all[0];

/** A city that owes nothing that is overdue, and about which nobody has been given notice, is in order. */
export function standingOf(signatory: Signatory): PeerStanding {
  const is = standingOfSignatory(signatory, obligationMessages(signatory));
  switch (is) {
    case 'good':
    case 'reporting-due':
    case 'with-secretariat':
      return 'in-order';
    case 'noticed':
    case 'overdue':
      return 'overdue';
    case 'suspended':
      return 'suspended';
    case 'joining':
    case 'left':
      return 'none';
  }
}

/** By how many minutes the clocks of a zone are ahead of UTC. */
export function offsetOf(zone: string, at: Instant): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(milliseconds(at));
  const of = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const there = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return Math.round((there - Math.floor(milliseconds(at) / 60_000) * 60_000) / 60_000);
}

const sorted = (codes: Iterable<string>): string[] => [...new Set(codes)].toSorted();

function doneIn(actions: readonly Doing[]): Map<string, Done> {
  const done = new Map<string, Done>();
  for (const { code, verified, reported } of actions) {
    if (code === '' || verified + reported === 0) continue;
    const before = done.get(code) ?? { verified: 0, reported: 0 };
    done.set(code, { verified: before.verified + verified, reported: before.reported + reported });
  }
  return done;
}

const plannedIn = (actions: readonly Doing[]): string[] =>
  sorted(actions.flatMap(({ isPlanned, code }) => (isPlanned && code !== '' ? [code] : [])));
const streamsIn = (actions: readonly Doing[]): string[] => sorted(actions.flatMap(({ streams }) => streams));

export function peerOf({ city, signatory, assessment, actions, own }: OfCity, now: Instant): Peer {
  const answers = standing(assessment)?.answers ?? [];
  const { open, capacity, languages, interpreter } = own.terms;
  return {
    id: city,
    population: signatory.place.population,
    languages: interpreter ? [...languages, INTERPRETER] : languages,
    utcOffsetMinutes: offsetOf(signatory.place.timeZone, now),
    streams: streamsIn(actions),
    isInGoodStanding: standingOf(signatory) === 'in-order',
    isOpen: open,
    exchanges: own.claims.length,
    capacity,
    levels: new Map(answers.flatMap(({ dimension, known, level }) => (known === 'level' ? [[dimension, level]] : []))),
    planned: plannedIn(actions),
    done: doneIn(actions),
    needs: skillsGap(answers).map(({ dimension }) => dimension),
  };
}
