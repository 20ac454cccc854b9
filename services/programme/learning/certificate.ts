import type { Instant } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type Actor, type NotAllowed, notAllowed } from '@junkan/proto/actor.ts';
import type { CertificateFact, CertificateText } from '@junkan/proto/junkan/programme/v1/facts.ts';
import type { CertificateStatus, RevocationReason } from '@junkan/proto/junkan/programme/v1/language.ts';
import { ROLES } from '@junkan/proto/junkan/programme/v1/roles.ts';

/** As it was issued: its code, its place in a status list, and the credential, signed by a key. */
export type Issued = {
  readonly code: string;
  readonly list: number;
  readonly place: number;
  readonly key: string;
  readonly credential: string;
  readonly validUntil: Instant | '';
};
export type Existing = {
  readonly status: CertificateStatus;
  readonly holder: string;
  readonly organisation: string;
  readonly text: CertificateText;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly issued?: Issued & { readonly at: Instant; readonly by: string };
  readonly revocation?: { readonly reason: RevocationReason; readonly by: string };
  readonly revokedAt: Instant | '';
  /** References of erasable texts: why, and under which name everybody reads it. */
  readonly note: string;
  readonly contact: string;
};
export type State = { readonly status: 'absent' } | Existing;

type By = { readonly now: Instant; readonly by: Actor };
export type Command =
  | ({ type: 'ProposeCertificate'; holder: string; organisation: string; text: CertificateText; passed: boolean; proposedBy: string } & By)
  | ({ type: 'IssueCertificate'; issued: Issued } & By)
  | ({ type: 'DeclineCertificate'; note: string } & By)
  | ({ type: 'ProposeRevocation'; revocation: RevocationReason; note: string } & By)
  | ({ type: 'RevokeCertificate' } & By)
  | ({ type: 'RefuseRevocation' } & By)
  | ({ type: 'NameHolder'; contact: string } & By);
type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>;
export type Event = CertificateFact;
export type Rejection =
  | NotAllowed
  | { type: 'CertificateIsUnknown' }
  | { type: 'CertificateIsInAnotherStatus'; status: CertificateStatus }
  | { type: 'PreparedByTheSamePerson'; person: string }
  | { type: 'NotTheHolder' }
  | { type: 'NoteIsMissing' };
type Decision = Decided<Event, Rejection>;

export const initial: State = { status: 'absent' };

export function decide(command: Command, state: State): Decision {
  const refusal = notAllowed(command.by, command.type === 'ProposeCertificate' ? ['system.workflow'] : ROLES[command.type]);
  if (refusal) return refuse(refusal);
  if (command.type === 'ProposeCertificate') return state.status === 'absent' ? propose(command) : alreadyApplied;
  if (state.status === 'absent') return refuse({ type: 'CertificateIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (command.type) {
    case 'IssueCertificate':
      return issue(command, state);
    case 'DeclineCertificate':
      return decline(command, state);
    case 'ProposeRevocation':
      return proposeRevocation(command, state);
    case 'RevokeCertificate':
    case 'RefuseRevocation':
      return decideRevocation(command, state);
    case 'NameHolder':
      return nameHolder(command, state);
  }
}

const propose = ({ type: _, now: at, by: __, ...said }: CommandOf<'ProposeCertificate'>): Decision =>
  accept({ type: 'CertificateProposed', ...said, at });

const inAnotherStatus = ({ status }: Existing): Decision => refuse({ type: 'CertificateIsInAnotherStatus', status });

/** Neither who proposed it nor whose it is decides on it. */
function notApart({ person }: Actor, ...others: readonly (string | undefined)[]): Rejection | undefined {
  return others.includes(person) ? { type: 'PreparedByTheSamePerson', person } : undefined;
}

function issue({ issued, now: at, by }: CommandOf<'IssueCertificate'>, state: Existing): Decision {
  if (state.status === 'issued' && state.issued?.by === by.person) return alreadyApplied;
  if (state.status !== 'proposed') return inAnotherStatus(state);
  const fault = notApart(by, state.proposedBy, state.holder);
  return fault ? refuse(fault) : accept({ type: 'CertificateIssued', ...issued, at, by: by.person });
}

function decline({ note, now: at, by }: CommandOf<'DeclineCertificate'>, state: Existing): Decision {
  if (state.status === 'declined') return alreadyApplied;
  if (state.status !== 'proposed') return inAnotherStatus(state);
  const fault = notApart(by, state.proposedBy, state.holder);
  if (fault) return refuse(fault);
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'CertificateDeclined', note, at, by: by.person });
}

function proposeRevocation({ revocation, note, now: at, by }: CommandOf<'ProposeRevocation'>, state: Existing): Decision {
  if (state.status !== 'issued') return inAnotherStatus(state);
  if (state.revocation?.by === by.person && state.revocation.reason === revocation) return alreadyApplied;
  if (state.revocation) return inAnotherStatus(state);
  const fault = notApart(by, state.holder);
  if (fault) return refuse(fault);
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'RevocationProposed', revocation, note, at, by: by.person });
}

function decideRevocation({ type, now: at, by }: CommandOf<'RevokeCertificate' | 'RefuseRevocation'>, state: Existing): Decision {
  const isRevoking = type === 'RevokeCertificate';
  if (isRevoking && state.status === 'revoked') return alreadyApplied;
  if (!isRevoking && state.status === 'issued' && !state.revocation) return alreadyApplied;
  if (state.status !== 'issued' || !state.revocation) return inAnotherStatus(state);
  const fault = notApart(by, state.revocation.by, state.holder);
  if (fault) return refuse(fault);
  return accept({ type: isRevoking ? 'CertificateRevoked' : 'RevocationRefused', at, by: by.person });
}

function nameHolder({ contact, now: at, by }: CommandOf<'NameHolder'>, state: Existing): Decision {
  const { person, organisation } = by;
  if (person !== state.holder) return refuse({ type: 'NotTheHolder' });
  if (state.status !== 'issued' && state.status !== 'revoked') return inAnotherStatus(state);
  return contact === state.contact ? alreadyApplied : accept({ type: 'HolderNamed', person, organisation, contact, at });
}

export function evolve(state: State, event: Event): State {
  if (event.type === 'CertificateProposed') {
    const { holder, organisation, text, proposedBy, at: proposedAt } = event;
    return { status: 'proposed', holder, organisation, text, proposedBy, proposedAt, revokedAt: '', note: '', contact: '' };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a certificate that was never proposed`);
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the case that is missing is answered above
  switch (event.type) {
    case 'CertificateIssued': {
      const { type: _, ...issued } = event;
      return { ...state, status: 'issued', issued };
    }
    case 'CertificateDeclined':
      return { ...state, status: 'declined', note: event.note };
    case 'RevocationProposed':
      return { ...state, revocation: { reason: event.revocation as RevocationReason, by: event.by }, note: event.note };
    case 'RevocationRefused': {
      const { revocation: _, ...stands } = state;
      return { ...stands, note: '' };
    }
    case 'CertificateRevoked':
      return { ...state, status: 'revoked', revokedAt: event.at };
    case 'HolderNamed':
      return { ...state, contact: event.contact };
  }
}
