import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { CertificateRegisterFact } from '@junkan/proto/junkan/programme/v1/facts.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';

/** A public key (RSA) that has signed from then on, until the next one did; since `lost`, others may have it. */
export type Key = {
  readonly key: string;
  readonly n: string;
  readonly e: string;
  readonly from: Instant;
  readonly until: Instant | '';
  readonly lost: Instant | '';
};
/**
 * What must be there once: each code, and each place of a status list, is a stream of its own, held by the certificate that came first. One stream has the keys, and
 * one for each status list the places of those that are revoked.
 */
export type State = {
  readonly status: 'absent' | 'known';
  readonly keys: readonly Key[];
  readonly certificate: string;
  readonly marked: readonly number[];
};

export type Command =
  | { type: 'TakeKey'; key: string; n: string; e: string; now: Instant }
  | { type: 'ReportKeyLoss'; key: string; now: Instant; by: Actor }
  | { type: 'Enter'; certificate: string; code: string; list: number; place: number }
  | { type: 'Mark'; certificate: string; place: number };
export type Event = CertificateRegisterFact;
export type Rejection = NotAllowed | { type: 'CertificateKeyIsUnknown'; key: string } | { type: 'CertificateKeyIsLost'; key: string };
type Decision = Decided<Event, Rejection>;

export const initial: State = { status: 'absent', keys: [], certificate: '', marked: [] };

export function decide(command: Command, state: State): Decision {
  switch (command.type) {
    case 'TakeKey': {
      const { key, n, e, now: at } = command;
      const known = state.keys.find((each) => each.key === key);
      if (known?.lost) return refuse({ type: 'CertificateKeyIsLost', key });
      return known && known.until === '' ? alreadyApplied : accept({ type: 'CertificateKeyTaken', key, n, e, at });
    }
    case 'ReportKeyLoss': {
      const { key, now: at, by } = command;
      const refusal = notAllowed(by, ROLES.ReportKeyLoss);
      if (refusal) return refuse(refusal);
      const known = state.keys.find((each) => each.key === key);
      if (!known) return refuse({ type: 'CertificateKeyIsUnknown', key });
      return known.lost ? alreadyApplied : accept({ type: 'CertificateKeyLost', key, at, by: by.person });
    }
    case 'Enter': {
      const { certificate, code, list, place } = command;
      return state.certificate === '' ? accept({ type: 'CertificateEntered', certificate, code, list, place }) : alreadyApplied;
    }
    case 'Mark':
      return state.marked.includes(command.place)
        ? alreadyApplied
        : accept({ type: 'CertificateMarked', certificate: command.certificate, place: command.place });
  }
}

export function evolve(state: State, event: Event): State {
  switch (event.type) {
    case 'CertificateKeyTaken': {
      const { key, n, e, at: from } = event;
      const before = state.keys.filter((each) => each.key !== key).map((each) => (each.until === '' ? { ...each, until: from } : each));
      const known = state.keys.find((each) => each.key === key);
      return { ...state, status: 'known', keys: [...before, { key, n, e, from: known?.from ?? from, until: '', lost: '' }] };
    }
    case 'CertificateKeyLost':
      return {
        ...state,
        keys: state.keys.map((each) => (each.key === event.key ? { ...each, lost: event.at, until: each.until || event.at } : each)),
      };
    case 'CertificateEntered':
      return { ...state, status: 'known', certificate: event.certificate };
    case 'CertificateMarked':
      return { ...state, status: 'known', marked: [...state.marked, event.place] };
  }
}
