import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { ROLES } from '@junkan/proto/junkan/disbursement/v1/roles.ts';
import { type Command, type CommandOf, type Event, type Existing, type Rejection, type State, usableAfter } from './bank-account.ts';

type Decision = Decided<Event, Rejection>;

export function decide(command: Command, state: State): Decision {
  if (command.type === 'ProposeBankAccount') return propose(command, state);
  if (command.type === 'AttributeStatements') return attribute(command, state);
  const refusal = notAllowed(command.by, ROLES[command.type]);
  if (refusal) return refuse(refusal);
  // Other organisations do not even learn that there is one.
  if (state.status === 'absent' || command.by.organisation !== state.organisation) return refuse({ type: 'BankAccountIsUnknown' });
  // biome-ignore lint/nursery/useExhaustiveSwitchCases: the cases that are missing are answered above
  switch (command.type) {
    case 'ConfirmBankAccount':
      return confirm(command, state);
    case 'RefuseBankAccount':
      return reject(command, state);
    case 'RetireBankAccount':
      return retire(command, state);
  }
}

/** It is of the organisation that the caller acts for, and of no other. */
function propose(command: CommandOf<'ProposeBankAccount'>, state: State): Decision {
  const { type: _, by, faults, replaced, ...details } = command;
  const refusal = notAllowed(by, ROLES.ProposeBankAccount);
  if (refusal) return refuse(refusal);
  if (state.status !== 'absent') return refuse({ type: 'BankAccountIsProposed' });
  const [fault] = faults;
  if (fault) return refuse(fault);
  const { organisation, person } = by;
  const { replaces } = details;
  if (replaces !== '' && (replaced?.organisation !== organisation || replaced.status !== 'confirmed'))
    return refuse({ type: 'AccountToReplaceIsNotInUse', account: replaces });
  return accept({ type: 'BankAccountProposed', organisation, ...details, by: person });
}

function confirm({ number, coolingDays, now, by }: CommandOf<'ConfirmBankAccount'>, state: Existing): Decision {
  if (by.person === state.proposedBy) return refuse({ type: 'PreparedByTheSamePerson', person: by.person });
  if (number !== state.number) return refuse({ type: 'AccountNumberDiffers' });
  if (state.status === 'confirmed') return alreadyApplied;
  if (state.status !== 'proposed') return refuse({ type: 'BankAccountInStatus', status: state.status });
  return accept({ type: 'BankAccountConfirmed', usableFrom: usableAfter(now, coolingDays), at: now, by: by.person });
}

/** Who named it may take it back so: a refusal only takes away. */
function reject({ note, by }: CommandOf<'RefuseBankAccount'>, state: Existing): Decision {
  if (note === '') return refuse({ type: 'NoteIsMissing' });
  if (state.status === 'refused' && state.note === note) return alreadyApplied;
  if (state.status !== 'proposed') return refuse({ type: 'BankAccountInStatus', status: state.status });
  return accept({ type: 'BankAccountRefused', note, by: by.person });
}

/** By one person, as it only takes away: for a reason, of which finance hears. */
function retire({ note, now, by }: CommandOf<'RetireBankAccount'>, state: Existing): Decision {
  if (state.status === 'retired') return alreadyApplied;
  if (state.status !== 'confirmed') return refuse({ type: 'BankAccountInStatus', status: state.status });
  return note === '' ? refuse({ type: 'NoteIsMissing' }) : accept({ type: 'BankAccountRetired', note, at: now, by: by.person });
}

/** What finance says of a bank’s statement: its numbers are those of the account, so that later ones of that bank are. */
function attribute({ statement, bic, bankCode, now, by }: CommandOf<'AttributeStatements'>, state: State): Decision {
  const refusal = notAllowed(by, ROLES.ConfirmStatementOwner);
  if (refusal) return refuse(refusal);
  if (state.status === 'absent') return refuse({ type: 'BankAccountIsUnknown' });
  if (state.status !== 'confirmed' && state.status !== 'retired') return refuse({ type: 'BankAccountInStatus', status: state.status });
  // What was said since of another account comes before what was said of this one: it may be said again.
  if (state.statementsOf.some((each) => each.bic === bic && each.bankCode === bankCode && each.at === now)) return alreadyApplied;
  return accept({ type: 'StatementsAttributed', statement, bic, bankCode, at: now, by: by.person });
}
