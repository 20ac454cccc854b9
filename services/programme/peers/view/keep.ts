import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { idFrom } from '@junkan/kit/ids.ts';
import type { Folding } from '@junkan/kit/store/fold.ts';
import type { ViewEvent } from '@junkan/kit/views/view.ts';
import { assessmentIdParts } from '@junkan/proto/junkan/programme/v1/language.ts';
import type { State as Signatory, SignatoryId } from '../../declaration/signatory.ts';
import { assessmentFold, signatoryFold } from '../../fold.ts';
import type { State as Assessment } from '../../reports/assessment.ts';
import type { Existing as Action } from '../../results/action.ts';
import { exchangeFold, peerFold } from '../messages.ts';
import { binding, type Doing, doingOf, type OfCity } from '../of-city.ts';
import type { State as OwnTerms } from '../peer.ts';

/**
 * What matches are made of, so that who seeks reads no stream of any other city. `peer`: the signatories of a city, their self-assessments, and
 * what it says of itself, each as its stream has it. `doing`: what an action says of it. `asked`: who has asked to learn from whom, and when that was declined.
 */
export const PEER_DDL = `
  CREATE TABLE peer (id TEXT PRIMARY KEY, kind TEXT NOT NULL, city TEXT NOT NULL, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE doing (id TEXT PRIMARY KEY, city TEXT NOT NULL, said TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE asked (id TEXT PRIMARY KEY, seeker TEXT NOT NULL, provider TEXT NOT NULL, zone TEXT NOT NULL, declined TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX asked_by ON asked (seeker);`;

export const peerStatements = (db: DatabaseSync) => ({
  peerOf: db.prepare('SELECT city, state FROM peer WHERE id = ?'),
  putPeer: db.prepare('INSERT OR REPLACE INTO peer VALUES (?, ?, ?, ?)'),
  putDoing: db.prepare('INSERT OR REPLACE INTO doing VALUES (?, ?, ?)'),
  putAsked: db.prepare("INSERT OR IGNORE INTO asked VALUES (?, ?, ?, ?, '')"),
  putDeclined: db.prepare('UPDATE asked SET declined = ? WHERE id = ?'),
});
type PeerSql = ReturnType<typeof peerStatements>;
type Keep = (sql: PeerSql) => void;

const writtenSignatory = (state: Signatory): string =>
  JSON.stringify(state.status === 'absent' ? state : { ...state, reminded: [...state.reminded] });
const readSignatory = (text: string): Signatory => {
  const { reminded = [], ...state } = JSON.parse(text);
  return { ...state, reminded: new Set(reminded) };
};

/** A stream as it is kept, one event further. `city`: said by the event that begins it, at least. */
const folded =
  <State, Event extends object>(
    kind: string,
    { initial, evolve, codec }: Folding<State, Event>,
    read: (text: string) => State = JSON.parse,
    written: (state: State) => string = JSON.stringify,
  ) =>
  (event: ViewEvent): Keep => {
    const decoded = codec.decode(event);
    return (sql) => {
      const kept = sql.peerOf.get(event.stream);
      const state = evolve(kept ? read(String(kept['state'])) : initial, decoded);
      const city = 'city' in decoded ? String(decoded.city) : String(kept?.['city'] ?? '');
      sql.putPeer.run(event.stream, kind, city, written(state));
    };
  };

/** What events of other streams than actions say of a city as a peer. */
export const OF_PEERS: Readonly<Record<string, (event: ViewEvent) => Keep | undefined>> = {
  [signatoryFold.aggregate]: folded('signatory', signatoryFold, readSignatory, writtenSignatory),
  [assessmentFold.aggregate]: folded('assessment', assessmentFold),
  [peerFold.aggregate]: folded('peer', peerFold),
  [exchangeFold.aggregate](event) {
    const told = exchangeFold.codec.decode(event);
    if (told.type === 'ExchangeInvited')
      return (sql) => sql.putAsked.run(event.stream, told.seeker, told.provider, told.providerZone || 'UTC');
    return told.type === 'ExchangeDeclined' ? (sql) => sql.putDeclined.run(told.at, event.stream) : undefined;
  },
};

export const keepDoing = (sql: PeerSql, id: string, action: Action): void => {
  sql.putDoing.run(id, action.city, JSON.stringify(doingOf(action)));
};

type Prepare = (sql: string) => StatementSync;
type Row = { readonly id: string; readonly city: string };

/** Every city that has ever begun to sign, from which another could learn, as the view has it: by a number of queries that is the same however many there are. */
export function seenCities(prepare: Prepare): OfCity[] {
  const kept = prepare('SELECT id, kind, city, state FROM peer ORDER BY id').all();
  const of = <State>(kind: string, read: (text: string) => State = JSON.parse): (Row & { readonly state: State })[] =>
    kept
      .filter((row) => row['kind'] === kind)
      .map(({ id, city, state }) => ({ id: String(id), city: String(city), state: read(String(state)) }));
  const assessments = new Map(of<Assessment>('assessment').map(({ id, state }) => [id, state]));
  const own = new Map(of<OwnTerms>('peer').map(({ city, state }) => [city, state]));
  const doing = Map.groupBy(prepare('SELECT city, said FROM doing ORDER BY id').all(), ({ city }) => String(city));
  const signatories = Map.groupBy(of<Signatory>('signatory', readSignatory), ({ city }) => city);
  return [...signatories.entries()].toSorted(byName).flatMap(([city, all]) => {
    const found = binding(all.flatMap(({ id, state }) => (state.status === 'absent' ? [] : [{ id, state }])));
    if (!found) return [];
    const assessment = assessments.get(idFrom(...assessmentIdParts(found.id as SignatoryId, found.state.attempt)));
    return {
      city,
      signatory: found.state,
      assessment: assessment ?? assessmentFold.initial,
      own: own.get(city) ?? peerFold.initial,
      actions: (doing.get(city) ?? []).map(({ said }): Doing => JSON.parse(String(said))),
    };
  });
}
const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

/** The exchanges that others have declined when this city asked. */
export const declinedTo = (prepare: Prepare, seeker: string): { readonly provider: string; readonly zone: string; readonly at: string }[] =>
  prepare("SELECT provider, zone, declined FROM asked WHERE seeker = ? AND declined <> '' ORDER BY id")
    .all(seeker)
    .map(({ provider, zone, declined }) => ({ provider: String(provider), zone: String(zone), at: String(declined) }));
