import { dayIn, plusMonths } from '@junkan/kit/pure/dates.ts';
import { type Acted, type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';
import { monthsBetween, type PeerSeen, peerSeen } from './peer-facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Events = readonly Acted[];
// biome-ignore lint/suspicious/noExplicitAny: read as stored
type Data = any;

const exchangesIn = ({ programme }: Pick<Stored, 'programme'>): [string, Events][] => streamsOf(programme, 'exc') as [string, Events][];

/** 56. An exchange goes on only where both cities have agreed, and ends only where both have concluded it, after they have met. */
export function exchangesAreAgreed(stored: Pick<Stored, 'programme'>): Finding {
  const { check, result } = finding();
  for (const [exchange, events] of exchangesIn(stored)) checkAgreed(exchange, events, check);
  return result();
}

const AFTER_AGREEMENT: readonly string[] = [
  'ExchangeVisitRecorded',
  'ExchangeConclusionGiven',
  'ExchangeConcluded',
  'FollowUpTold',
  'PracticeAdopted',
];

function checkAgreed(exchange: string, events: Events, check: Check): void {
  const { seeker, provider } = events[0]?.data ?? {};
  check(seeker !== provider, () => `${exchange} is of ${seeker} with itself`);
  const [invited] = events;
  check(invited?.actor.organisation === seeker, () => `${exchange} was asked for by ${invited?.actor.organisation}, not by ${seeker}`);
  const agreed = events.find(({ type }) => type === 'ExchangeAgreed');
  if (agreed)
    check(agreed.actor.organisation === provider, () => `${exchange} was agreed to by ${agreed.actor.organisation}, not by ${provider}`);
  for (const { type, version } of events)
    if (AFTER_AGREEMENT.includes(type))
      check(agreed !== undefined && agreed.version < version, () => `${type} of ${exchange}@${version} comes before both have agreed`);
  checkForgotten(exchange, events, check);
  const concluded = events.find(({ type }) => type === 'ExchangeConcluded');
  if (!concluded) return;
  const before = events.filter(({ version }) => version < concluded.version);
  const by = new Set(before.filter(({ type }) => type === 'ExchangeConclusionGiven').map(({ actor }) => actor.organisation));
  check(by.has(seeker) && by.has(provider), () => `${exchange} was concluded by ${[...by].join(', ') || 'nobody'} alone`);
  check(
    before.some(({ type }) => type === 'ExchangeVisitRecorded'),
    () => `${exchange} was concluded, and nobody has met`,
  );
}

const KEPT_MONTHS = 36;
/** Notes are erased three years after the end, and nothing is written after that. */
function checkForgotten(exchange: string, events: Events, check: Check): void {
  const forgotten = events.find(({ type }) => type === 'ExchangeForgotten');
  if (!forgotten) return;
  const ended = events.find(({ type }) => OVER.includes(type))?.data.at ?? '';
  const until = ended === '' ? '~' : `${plusMonths(ended.slice(0, 10), KEPT_MONTHS)}${ended.slice(10)}`;
  check(forgotten.data.at >= until, () => `the notes of ${exchange} were erased at ${forgotten.data.at}, too early`);
  for (const { type, version } of events)
    check(version <= forgotten.version, () => `${type} of ${exchange}@${version} came after its notes were erased`);
}

/** 57. No city has more exchanges at a time than it has room for, and each that goes on has its place. */
export function capacityIsKept(stored: Pick<Stored, 'programme'>): Finding {
  const { check, result } = finding();
  const { programme } = stored;
  const exchanges = new Map(exchangesIn(stored));
  for (const [, events] of streamsOf(programme, 'pee')) {
    const taken = new Set<string>();
    let capacity = 2;
    for (const [at, { type, data, version }] of events.entries()) {
      if (type === 'PeerTermsSet') capacity = data.capacity ?? 0;
      if (type === 'CapacityClaimed') taken.add(data.exchange);
      if (type === 'CapacityReleased') checkReleased(exchanges, taken, data, check);
      // What has come to nothing is given back in the same commit.
      const isWithin = type === 'CapacityClaimed' && events[at + 1]?.type === 'CapacityReleased';
      if (type === 'CapacityClaimed' && !isWithin)
        check(taken.size <= capacity, () => `${data.city}@${version} has ${taken.size} exchanges, and room for ${capacity}`);
    }
  }
  const claims = new Set(
    streamsOf(programme, 'pee').flatMap(([, events]) =>
      events.flatMap(({ type, data }) => (type === 'CapacityClaimed' ? [data.exchange] : [])),
    ),
  );
  for (const [exchange, events] of exchanges)
    if (events.some(({ type }) => type === 'ExchangeAgreed'))
      check(claims.has(exchange), () => `${exchange} was agreed to, and has taken no place`);
  return result();
}

export const OVER: readonly Recorded['type'][] = ['ExchangeConcluded', 'ExchangeStopped', 'ExchangeDeclined', 'ExchangeExpired'];
function checkReleased(exchanges: ReadonlyMap<string, Events>, taken: Set<string>, { exchange, city }: Data, check: Check): void {
  const events = exchanges.get(exchange) ?? [];
  const goesOn = events.some(({ type }) => type === 'ExchangeAgreed') && !events.some(({ type }) => OVER.includes(type));
  check(!goesOn, () => `${city} has given back the place of ${exchange}, which goes on`);
  taken.delete(exchange);
}

/** 58. The city that was invited fitted: all conditions held in the events that the invitation names, and it names those of both cities. */
export function matchesHeld(stored: Pick<Stored, 'programme'>): Finding {
  const { check, result } = finding();
  for (const [exchange, events] of exchangesIn(stored)) {
    const [invited] = events;
    if (invited?.type === 'ExchangeInvited') checkMatch(stored, exchange, invited, check);
  }
  return result();
}

function checkMatch({ programme }: Pick<Stored, 'programme'>, exchange: string, { data, at }: Acted, check: Check): void {
  const cited = (data.judgedOn ?? []).map(({ stream, version = 0 }: Data) => {
    const events = programme.byStream.get(stream) ?? [];
    check(
      events.length >= version && (events[version - 1]?.at ?? '') <= at,
      () => `${exchange} cites ${stream}@${version}, which was not there`,
    );
    return { stream: stream as string, events: events.slice(0, version) };
  });
  const seen = (city: string): PeerSeen => {
    const of = (prefix: string): (readonly Recorded[])[] =>
      cited
        .filter((each: { stream: string; events: Events }) => each.stream.startsWith(prefix) && ownerOf(each.events) === city)
        .map((each: { events: Events }) => each.events);
    const [signatory = [], assessment = [], own = []] = [of('sgn_')[0], of('asm_')[0], of('pee_')[0]];
    return peerSeen(city, { signatory, assessment, actions: of('act_'), own }, data.at);
  };
  const [seeker, provider] = [seen(data.seeker), seen(data.provider)];
  for (const missed of missedBy(seeker, provider)) check(false, () => `${exchange} was asked for, and ${data.provider} misses ${missed}`);
  check(true, () => exchange);
  const lately = exchangesIn({ programme }).some(([other, events]) => {
    const declined = events.find(({ type }) => type === 'ExchangeDeclined');
    const { seeker: asked, provider: by, providerZone = 'UTC' } = events[0]?.data ?? {};
    if (!declined || other === exchange || asked !== data.seeker || by !== data.provider || declined.data.at > data.at) return false;
    return monthsBetween(dayIn(providerZone, declined.data.at), dayIn(providerZone, data.at)) < 12;
  });
  check(!lately, () => `${exchange} was asked for, and ${data.provider} had declined within a year`);
}

const ownerOf = (events: Events): string => events[0]?.data.city ?? events[0]?.data.proposer ?? '';

/** As they are published, in plain words of facts. */
function missedBy(seeker: PeerSeen, provider: PeerSeen): string[] {
  const topic = seeker.planned.filter((code) => (provider.done[code]?.verified ?? 0) > 0);
  const level = ({ levels }: PeerSeen, dimension: string): number => levels[dimension] ?? 0;
  const holds = {
    'in-good-standing': provider.standing === 'in-order',
    'open-to-exchange': provider.open_to_exchange,
    'has-capacity': provider.active_exchanges < provider.capacity,
    'has-done-it': topic.length > 0,
    'a-step-ahead': seeker.needs.length === 0 || seeker.needs.some((each) => level(provider, each) > level(seeker, each)),
    'can-talk': provider.languages.includes('interpreter') || seeker.languages.some((each) => provider.languages.includes(each)),
  };
  return Object.entries(holds).flatMap(([condition, good]) => (good ? [] : [condition]));
}
