import type { ViewFile } from '@junkan/kit/views/files.ts';
import { type Finding, finding, type Recorded, type Stored, streamsOf } from './facts.ts';

type Check = (holds: boolean, fault: () => string) => void;
type Details = { readonly name: string; readonly countries: string };
const NO_DETAILS: Details = { name: '', countries: '' };

/** The events of an organisation, and where its row is. */
const KINDS = [
  { prefix: 'spo', context: 'sponsor', table: 'sponsor', proposed: 'SponsorChangeProposed', made: 'SponsorChanged' },
  { prefix: 'org', context: 'project', table: 'organisation', proposed: 'ProposerChangeProposed', made: 'ProposerChanged' },
] as const;

/**
 * 37. What an organisation is called, and where it proposes projects, is changed by two persons of the secretariat, with a reason, to exactly what was
 * proposed; and every catalogue on this host shows what was recorded last of what it has seen.
 */
export function detailsAreOfTwo(stored: Stored, views: readonly ViewFile[]): Finding {
  const { check, result } = finding();
  for (const kind of KINDS)
    for (const [id, events] of streamsOf(stored[kind.context], kind.prefix)) checkOrganisation(id, events, kind, check);
  for (const { label, db } of views.filter(({ name }) => name === 'catalogue'))
    for (const { context, prefix, table } of KINDS) {
      const streams = new Map(streamsOf(stored[context], prefix));
      for (const { id, doc } of db.prepare(`SELECT id, doc FROM ${table} JOIN ${table}_doc USING (n)`).all()) {
        const { version = 0, ...shown } = JSON.parse(String(doc));
        const { name, countries } = lastOf((streams.get(String(id)) ?? []).slice(0, version));
        check(
          shown.name === name && listed(shown.countries) === countries,
          () => `${id} is shown as ${shown.name} ${listed(shown.countries)} in ${label}, but is ${name} ${countries}`,
        );
      }
    }
  return result();
}

const listed = (countries: readonly string[] = []): string => countries.join(' ');
/** Where an event changes them, or begins with them. */
const saidBy = ({ type, data }: Recorded): Details | undefined =>
  type === 'SponsorRegistered' || type === 'ProposerRegistered' || type === 'SponsorChanged' || type === 'ProposerChanged'
    ? { name: data.name ?? '', countries: listed(data.countries) }
    : undefined;
const lastOf = (events: readonly Recorded[]): Details => events.map(saidBy).findLast((each) => each !== undefined) ?? NO_DETAILS;

function checkOrganisation(id: string, events: readonly Recorded[], { proposed, made }: (typeof KINDS)[number], check: Check): void {
  const proposals = new Map(events.filter(({ type }) => type === proposed).map((event) => [event.data.proposal, event]));
  const decided = new Set<number>();
  for (const [at, event] of events.entries()) {
    const { type, data, person } = event;
    if (data.proposal === undefined) continue;
    const name = `proposal ${data.proposal} of ${id}`;
    check(person === data.by, () => `${type} of ${name} says ${data.by}, but ${person} acted`);
    if (type === proposed) {
      check(Boolean(data.note), () => `${name} has no reason`);
      continue;
    }
    check(!decided.has(data.proposal), () => `${name} was decided twice`);
    decided.add(data.proposal);
    if (type !== made) continue;
    const asked = proposals.get(data.proposal);
    check(
      asked !== undefined && asked.version < event.version && asked.person !== person,
      () => `${name} was proposed by ${asked?.person ?? 'nobody'} and confirmed by ${person}`,
    );
    const [wanted, now] = [asked?.data, saidBy(event)];
    check(
      wanted?.name === now?.name && listed(wanted?.countries) === now?.countries,
      () => `${name} was proposed as ${wanted?.name} ${listed(wanted?.countries)} and confirmed as ${now?.name} ${now?.countries}`,
    );
    const before = lastOf(events.slice(0, at));
    check(
      data.before === before.name && listed(data.countriesBefore) === before.countries,
      () => `${name} says that it was ${data.before} ${listed(data.countriesBefore)}, but it was ${before.name} ${before.countries}`,
    );
  }
}
