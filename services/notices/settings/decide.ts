import { accept, alreadyApplied, type Decision, refuse } from '@junkan/kit/pure/decision.ts';
import { notAllowed } from '@junkan/proto/actor.ts';
import { instantOf } from './place.ts';
import {
  type Command,
  type Event,
  MAX_SEARCHES,
  NOTIFYING_LISTS,
  PERSONS,
  type Rejection,
  type SavedSearch,
  type State,
} from './settings.ts';

/** Settings are the caller's own: that they are is by their id. */
export function decide(command: Command, state: State): Decision<Event, Rejection> {
  const refusal = notAllowed(command.by, PERSONS);
  if (refusal) return refuse(refusal);
  const { person, organisation } = command.by;
  const own = { person, organisation };
  switch (command.type) {
    case 'ChangeSettings': {
      const { language, timeZone, density, shortcutsOff, mail, digest, isAddress } = command;
      if (timeZone !== '' && !isTimeZone(timeZone)) return refuse({ type: 'TimeZoneIsUnknown', timeZone });
      if (mail === '' && digest !== 'off') return refuse({ type: 'MailAddressIsMissing' });
      if (mail !== '' && !isAddress) return refuse({ type: 'MailAddressIsMalformed' });
      // Mail goes by the roles that are held when it is asked for.
      const sameRoles = command.by.roles.join() === state.roles.join();
      const look = { language, timeZone, density, shortcutsOff, mail, digest };
      const isSo =
        (Object.keys(look) as (keyof typeof look)[]).every((name) => look[name] === state[name]) && (digest === 'off' || sameRoles);
      return isSo ? alreadyApplied : accept({ type: 'SettingsChanged', ...look, roles: command.by.roles, ...own });
    }
    case 'MuteNotices': {
      const [kinds, projects] = [[...new Set(command.kinds)].sort(), [...new Set(command.projects)].sort()];
      const isSo = kinds.join() === state.mutedKinds.join() && projects.join() === state.mutedProjects.join();
      return isSo ? alreadyApplied : accept({ type: 'NoticesMuted', kinds, projects, ...own });
    }
    case 'ReadNotices': {
      const at = instantOf(command.upTo);
      if (at === undefined || at > command.now) return refuse({ type: 'PlaceIsMalformed', place: command.upTo });
      return command.upTo <= state.readTo ? alreadyApplied : accept({ type: 'NoticesRead', upTo: command.upTo, ...own });
    }
    case 'SaveSearch': {
      if (state.searches.length >= MAX_SEARCHES) return refuse({ type: 'SearchesAreTooMany', most: MAX_SEARCHES });
      const { name, list, query, tell, now } = command;
      if (tell && !NOTIFYING_LISTS.includes(list)) return refuse({ type: 'SearchTellsNothing', list });
      return accept({ type: 'SearchSaved', search: { number: state.searched + 1, name, list, query, toldSince: tell ? now : '' }, ...own });
    }
    case 'ChangeSearch': {
      const { number, name, list, query, tell, now } = command;
      const before = state.searches.find((each) => each.number === number);
      if (!before) return refuse({ type: 'SearchIsUnknown', number });
      if (tell && !NOTIFYING_LISTS.includes(list)) return refuse({ type: 'SearchTellsNothing', list });
      const isSame = before.list === list && before.query === query;
      // Of another search nothing is known yet that would be new.
      const toldSince = !tell ? '' : isSame && before.toldSince !== '' ? before.toldSince : now;
      const search: SavedSearch = { number, name, list, query, toldSince };
      const isSo = isSame && before.name === name && before.toldSince === toldSince;
      return isSo ? alreadyApplied : accept({ type: 'SearchChanged', search, ...own });
    }
    case 'RemoveSearch': {
      const { number } = command;
      if (number < 1 || number > state.searched) return refuse({ type: 'SearchIsUnknown', number });
      return state.searches.some((each) => each.number === number) ? accept({ type: 'SearchRemoved', number, ...own }) : alreadyApplied;
    }
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
