import { plusCalendarDays } from '@junkan/kit/pure/dates.ts';
import { accept, alreadyApplied, type Decision as Decided, refuse } from '@junkan/kit/pure/decision.ts';
import { type CommandOf, dayOf, type Event, type Existing, isInForce, type Rejection } from './signatory.ts';

// A newer version of the declaration: who has signed an earlier one is asked to affirm it, and stays with the earlier one until it does.

type Decision = Decided<Event, Rejection>;

/** So many days a city has for it; silence changes nothing. */
const AFFIRMING_DAYS = 180;

/** The signature or the affirmation that binds it now. */
export const standsBy = ({ signature, affirmed }: Pick<Existing, 'signature' | 'affirmed'>): Existing['signature'] => affirmed ?? signature;

/** Whether a version in force is one that it has neither signed nor been asked about. */
export const isToBeAsked = (state: Existing, inForce: number): boolean =>
  isInForce(state) && inForce > (standsBy(state)?.version ?? 0) && inForce > (state.asked?.version ?? 0);

/** `version`: the one in force. */
export function askToAffirm({ version, now }: CommandOf<'AskToAffirm'>, state: Existing): Decision {
  if (!isToBeAsked(state, version)) return alreadyApplied;
  return accept({ type: 'AffirmationAsked', version, until: plusCalendarDays(dayOf(state, now), AFFIRMING_DAYS), at: now });
}

/** By a certifier of the city, over the text that was read. What is due stays as it was at the admission: lateness does not begin again. */
export function affirmDeclaration(command: CommandOf<'AffirmDeclaration'>, state: Existing): Decision {
  const { version, language, hash, text, inForce, now, by } = command;
  if (!isInForce(state)) return refuse({ type: 'SignatoryIsInAnotherStatus', status: state.status });
  const standing = standsBy(state);
  if (standing && version === standing.version && hash === standing.hash && state.affirmed) return alreadyApplied;
  if (standing && (!state.asked || version <= standing.version)) return refuse({ type: 'AlreadySigned', on: standing.on });
  if (version !== inForce || hash !== text) return refuse({ type: 'TextIsAnother', version: inForce });
  return accept({ type: 'DeclarationAffirmed', version, language, hash, on: dayOf(state, now), at: now, by: by.person });
}
