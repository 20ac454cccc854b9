import { asPart, type Call, type Received } from '@junkan/kit/call.ts';
import { commander, withNote } from '@junkan/kit/grpc/command.ts';
import { mustHold } from '@junkan/kit/grpc/must-hold.ts';
import { idFrom, newId } from '@junkan/kit/ids.ts';
import { ProblemError, problemOf } from '@junkan/kit/problem.ts';
import type { ExchangeMatch, ExchangeSource } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { REJECTIONS } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';
import { type Commands, type Parts, stamped } from '../../api/parts.ts';
import { registeredAs } from '../../declaration/api/signatory-commands.ts';
import { actions, assessments, exchanges, peers } from '../../mapping.ts';
import { type ActionId, NO_TAGS } from '../../results/action.ts';
import { type Existing, notesIn } from '../exchange.ts';
import { decide } from '../exchange-decide.ts';
import { matchMessage } from '../messages.ts';
import { peerOf, standingOf } from '../of-city.ts';
import { matchesFor, missedBy } from '../peers.ts';
import { givenBack, settle } from './capacity.ts';
import { cityOf, peerIdOf, type Read, readCity, roundBegunBy, roundsOf } from './cities.ts';

type Answering = 'setPeerTerms' | 'inviteToExchange' | 'acceptExchange' | 'declineExchange';
type Going = 'recordVisit' | 'concludeExchange' | 'stopExchange' | 'tellFollowUp';
type OfTheSystem = 'stepExchange' | 'remindOfExchange';
type Looks = 'askSecondLook' | 'giveSecondLook';

const refused = (rejection: Parameters<typeof problemOf<{ type: keyof typeof REJECTIONS }>>[0]): ProblemError =>
  new ProblemError(problemOf(rejection, REJECTIONS));

export const peerCommands = (parts: Parts): Pick<Commands, Answering | Going | OfTheSystem | Looks> => ({
  ...inviting(parts),
  ...answering(parts),
  ...going(parts),
  ...following(parts),
  ...ofTheSystem(parts),
  ...looking(parts),
});

function inviting(parts: Parts): Pick<Commands, 'setPeerTerms' | 'inviteToExchange'> {
  const { store, texts, clock, registry } = parts;
  const said = withNote(commander(store, exchanges, REJECTIONS), texts);
  const ofPeer = commander(store, peers, REJECTIONS);
  return {
    async setPeerTerms(terms, call) {
      mustHold(call.actor, ROLES.SetPeerTerms);
      const city = cityOf(call.actor.organisation);
      const { cityIs } = await registeredAs(registry, city, call);
      return ofPeer(peerIdOf(city), { type: 'SetPeerTerms', city, cityIs, ...terms, now: clock.now(), by: call.actor }, call);
    },
    async inviteToExchange({ provider: asked, goals, travel, note: words }, call) {
      mustHold(call.actor, ROLES.InviteToExchange);
      const [seeker, provider] = [cityOf(call.actor.organisation), cityOf(asked)];
      const now = clock.now();
      if (seeker === provider) throw refused({ type: 'OwnCity' });
      const [own, other, rounds] = await Promise.all([
        cityIn(parts, seeker),
        cityIn(parts, provider),
        roundsOf(parts, seeker, provider, now),
      ]);
      const facts = matchFacts(own, other, rounds, now);
      const zones = { seeker: own.signatory.place.timeZone, provider: other.signatory.place.timeZone };
      const { id, round } = (await roundBegunBy(parts, { seeker, provider, before: rounds.round }, call)) ?? rounds;
      return said(id, words, call, (note) => ({
        type: 'InviteToExchange',
        id,
        seeker,
        provider,
        round,
        ...facts,
        goals,
        travel,
        note,
        zones,
        now,
        by: call.actor,
      }));
    },
  };
}

async function cityIn(parts: Parts, city: string): Promise<Read> {
  const found = await readCity(parts, city);
  if (!found) throw refused({ type: 'CityIsUnknown', city } as { type: 'CityIsUnknown' });
  return found;
}

const NO_MATCH: ExchangeMatch = { score: '0', topic: [], ahead: [], givesBack: [], learnsBack: [] };
/** The match as it is now, and of which events it was worked out. */
function matchFacts(own: Read, other: Read, { declined }: Awaited<ReturnType<typeof roundsOf>>, now: string) {
  const [seeker, provider] = [peerOf(own, now), peerOf(other, now)];
  const missed = missedBy(seeker, provider, declined);
  const [found] = matchesFor(seeker, [provider], declined).fit;
  const match = found ? matchMessage(found) : NO_MATCH;
  const codes = [...match.topic, ...match.givesBack];
  const judgedOn: ExchangeSource[] = [own, other].flatMap(({ sources, actionsRead }) => [
    ...sources,
    ...actionsRead.filter(({ state }) => codes.includes(state.tags.code)).map(({ id, version }) => ({ stream: id, version })),
  ]);
  return { match, missed, judgedOn, capacity: provider.capacity, declinedUntil: declined.at(-1)?.until ?? ('' as const) };
}

/** Of a part of a command, so that it is recorded in addition; never repeated: each attempt is its own. */
const partOf = (call: Received): Received => asPart(call, newId('cmd'));

function answering(parts: Parts): Pick<Commands, 'acceptExchange' | 'declineExchange'> {
  const { store, texts, clock } = parts;
  const run = commander(store, exchanges, REJECTIONS);
  const said = withNote(run, texts);
  const ofPeer = commander(store, peers, REJECTIONS);
  return {
    async acceptExchange({ exchange }, call) {
      mustHold(call.actor, ROLES.AcceptExchange);
      const { state } = await store.load(exchanges, exchange);
      const now = clock.now();
      const accept = (missed: readonly 'in-good-standing'[]) =>
        run(exchange, { type: 'AcceptExchange', missed, now, by: call.actor }, call);
      // What does not ask for capacity that there may be claims none.
      if (state.status !== 'invited' || state.provider !== call.actor.organisation) return accept([]);
      const city = await cityIn(parts, state.provider);
      if (standingOf(city.signatory) !== 'in-order') return accept(['in-good-standing']);
      const dead = await givenBack(parts, city.own.claims);
      const peer = peerIdOf(state.provider);
      await ofPeer(peer, { type: 'ClaimCapacity', city: state.provider, exchange, dead, now }, partOf(call));
      try {
        return await accept([]);
      } finally {
        await settle(parts, exchange, partOf(call));
      }
    },
    declineExchange: ({ exchange, note: words }, call) =>
      said(exchange, words, call, (note) => ({ type: 'DeclineExchange', note, now: clock.now(), by: call.actor })),
  };
}

function going({ store, texts, clock }: Parts): Pick<Commands, 'recordVisit' | 'concludeExchange' | 'stopExchange'> {
  const said = withNote(commander(store, exchanges, REJECTIONS), texts);
  const at = stamped(clock);
  return {
    recordVisit: ({ exchange, form, on, note: words }, call) =>
      said(exchange, words, call, (note) => ({ type: 'RecordVisit', form, on, note, ...at(call) })),
    concludeExchange: ({ exchange, public: isPublic, note: words }, call) =>
      said(exchange, words, call, (note) => ({ type: 'ConcludeExchange', public: isPublic, note, ...at(call) })),
    stopExchange: ({ exchange, note: words }, call) => said(exchange, words, call, (note) => ({ type: 'StopExchange', note, ...at(call) })),
  };
}

function following(parts: Parts): Pick<Commands, 'tellFollowUp'> {
  const { store, texts, clock } = parts;
  const said = withNote(commander(store, exchanges, REJECTIONS), texts);
  return {
    async tellFollowUp({ exchange, followUp, outcome, action: named, note: words }, call) {
      mustHold(call.actor, ROLES.TellFollowUp);
      const { state } = await store.load(exchanges, exchange);
      const told = { type: 'TellFollowUp', followUp, outcome, now: clock.now(), by: call.actor } as const;
      // What is refused makes no action.
      const isTaken = state.status !== 'absent' && decide({ ...told, action: '', note: '' }, state).ok;
      const makes = isTaken && outcome === 'adopted';
      const action = makes ? await learntBy(parts, { exchange, followUp, named, state: state as Existing }, call) : named;
      return said(exchange, words, call, (note) => ({ ...told, action, note }));
    },
  };
}

type Learning = { readonly exchange: string; readonly followUp: string; readonly named: ActionId | ''; readonly state: Existing };

/** The action by which a city does what it has learnt: its own that it names, or one that is planned. */
async function learntBy(parts: Parts, { exchange, followUp, named, state }: Learning, call: Received): Promise<ActionId> {
  const { store, clock, lists } = parts;
  const run = commander(store, actions, REJECTIONS);
  const at = { now: clock.now(), by: call.actor };
  const facts = {
    knowsSource: true,
    tagFacts: { commitments: [], whole: undefined, hasParts: false },
    unknownCodes: [],
    unknownEvidence: [],
  };
  if (named !== '') {
    const { state: found } = await store.load(actions, named);
    if (found.status === 'absent' || found.city !== state.seeker) throw refused({ type: 'ActionIsUnknown' });
    if (found.content.learntFrom === exchange) return named;
    const tagFacts = { ...facts.tagFacts, commitments: found.tags.commitments };
    const { tags, content } = found;
    const whole = tags.partOf === '' ? undefined : { city: found.city, partOf: '', group: found.group?.id ?? '' };
    const revised = { content: { ...content, learntFrom: exchange }, tags, ...facts, tagFacts: { ...tagFacts, whole } };
    await run(named, { type: 'ReviseAction', id: named, ...revised, ...at }, partOf(call));
    return named;
  }
  const id = idFrom('act', 'exchange', exchange, followUp);
  const [code = ''] = state.match.topic;
  const title = lists.get('actions')?.find((each) => each.code === code)?.names['en'] ?? code;
  const { signatory } = await cityIn(parts, state.seeker);
  const content = { ...EMPTY, title, learntFrom: exchange };
  const { place } = signatory;
  const planned = { city: state.seeker, cityIs: 'city', countries: [place.country], place, group: undefined, content } as const;
  await run(id, { type: 'PlanAction', ...planned, tags: { ...NO_TAGS, code }, ...facts, ...at }, partOf(call));
  return id;
}
const EMPTY = { scope: '', objective: '', actors: [], themes: [], challenges: '', nextSteps: '', evidence: [] } as const;

function ofTheSystem(parts: Parts): Pick<Commands, OfTheSystem> {
  const { store, texts, clock } = parts;
  const run = commander(store, exchanges, REJECTIONS);
  return {
    async stepExchange({ exchange }, call) {
      const answer = await run(exchange, { type: 'StepExchange', now: clock.now(), by: call.actor }, call);
      await settle(parts, exchange, partOf(call));
      const { state } = await store.load(exchanges, exchange);
      // Also where it is only repeated: the one before may not have come so far.
      if (state.status !== 'absent' && state.forgottenAt !== '') await texts.erase([...notesIn(state)]);
      return answer;
    },
    remindOfExchange: ({ exchange, ...reminder }, call) => run(exchange, { type: 'RemindOf', ...reminder, by: call.actor }, call),
  };
}

function looking(parts: Parts): Pick<Commands, Looks> {
  const { store, clock, dimensions } = parts;
  const run = commander(store, assessments, REJECTIONS);
  const at = (call: Call) => ({ now: clock.now(), by: call.actor });
  return {
    async askSecondLook({ assessment, exchange }, call) {
      const { state } = await store.load(exchanges, exchange);
      const { state: asked } = await store.load(assessments, assessment);
      const city = asked.status === 'absent' ? '' : asked.city;
      const isOurs = state.status === 'concluded' && (state.seeker === city || state.provider === city);
      const peer = isOurs ? (state.seeker === city ? state.provider : state.seeker) : undefined;
      return run(assessment, { type: 'AskSecondLook', exchange, peer, ...at(call) }, call);
    },
    giveSecondLook: ({ assessment, levels }, call) => {
      const unknown = levels.find(({ dimension }) => !dimensions.includes(dimension))?.dimension ?? '';
      return run(assessment, { type: 'GiveSecondLook', levels, unknown, ...at(call) }, call);
    },
  };
}
