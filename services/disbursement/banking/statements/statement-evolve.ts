import {
  type Entry,
  type Event,
  type Existing,
  everNamedIn,
  isCharged,
  isDismissed,
  isExplained,
  isSameSettled,
  isSettlement,
  isUndecided,
  namedIn,
  type ReadEntry,
  type Standing,
  type State,
  waitsForSecond,
} from './statement.ts';
import { ownedAfter } from './statement-owner.ts';

const UNMATCHED: Omit<Entry, keyof ReadEntry | 'number'> = {
  standing: 'read',
  because: '',
  agreement: '',
  payment: '',
  candidates: [],
  refusal: '',
  repeats: '',
  duties: [],
  note: '',
  by: '',
  recovery: undefined,
  charge: undefined,
  parts: [],
};
/** What was reported of an entry before is withdrawn. */
const ANEW = {
  because: '',
  candidates: [],
  refusal: '',
  duties: [],
  note: '',
  recovery: undefined,
  drawing: undefined,
  charge: undefined,
  doubt: undefined,
  reversedBy: undefined,
  saidAt: undefined,
  first: undefined,
  parts: [],
} as const;

export function evolve(state: State, event: Event): State {
  if (state.status === 'absent') {
    if (event.type !== 'StatementImported') throw new Error(`${event.type} met a statement that was never imported`);
    const { type: _, entries: count, at: importedAt, by: importedBy, ...header } = event;
    return standing({
      ...header,
      status: 'importing',
      count,
      importedAt,
      importedBy,
      entries: [],
      moves: 0,
      leftAccounts: [],
      naming: undefined,
    });
  }
  return 'entry' in event && event.entry ? { ...changedBy(event, state), moves: state.moves + 1 } : changedBy(event, state);
}

function changedBy(event: Event, state: Existing): Existing {
  switch (event.type) {
    case 'StatementImported':
      throw new Error('a statement is imported once');
    case 'EntriesRead': {
      const read = event.entries.map((entry, at): Entry => ({ ...entry, ...UNMATCHED, number: state.entries.length + at + 1 }));
      return standing({ ...state, entries: [...state.entries, ...read] });
    }
    case 'EntriesMatched': {
      const verdicts = new Map(event.entries.map((verdict) => [verdict.number, verdict]));
      return changed(state, verdicts.keys(), ({ number }) => ({ ...verdicts.get(number), by: event.by }));
    }
    case 'EntryLinked':
    case 'EntryExplained':
    case 'FeeRecorded':
    case 'EntryIgnored':
      return changed(state, [event.number], () => ({ ...ANEW, ...saidIn(event), saidAt: event.at, by: event.by }));
    case 'ExplanationRefused':
    case 'FeeRefused':
    case 'DismissalRefused': {
      const { number, note, by } = event;
      return changed(state, [number], () => ({ ...ANEW, standing: 'held', because: REFUSED_AS[event.type], note, by }));
    }
    case 'EntryDoubted':
    case 'EntryDoubtRefused':
      return changed(state, [event.number], () => ({ doubt: doubtIn(event) }));
    case 'EntryReversed':
      return changed(state, [event.number], () => ({
        ...ANEW,
        standing: 'reversed',
        agreement: '',
        payment: '',
        by: event.by,
        reversedBy: { statement: event.reversingStatement, entry: event.reversingEntry },
      }));
    case 'EntryHeld': {
      const { number, note, by } = event;
      return changed(state, [number], () => ({ ...ANEW, standing: 'held', because: 'by-hand', note, by }));
    }
    case 'EntriesConfirmedOnce': {
      const { by, at } = event;
      return changed(state, event.numbers, () => ({ first: { by, at } }));
    }
    case 'EntriesConfirmed':
      return changed(state, event.numbers, (entry) => ({ standing: confirmedAs(entry), by: event.by }));
    case 'EntriesReopened':
      return changed(state, event.numbers, ({ undoneBy = [] }) => ({
        ...ANEW,
        standing: 'held',
        because: event.refusal ? 'report-refused' : 'objected',
        refusal: event.refusal ?? '',
        by: event.by,
        undoneBy: event.undoes ? [...undoneBy, event.undoes] : undoneBy,
      }));
    case 'StatementOwnerNamed':
    case 'StatementOwnerConfirmed':
    case 'StatementOwnerRefused':
      return ownedAfter(state, event);
  }
}

/** What a person says an entry is. */
function saidIn(event: Extract<Event, { type: 'EntryLinked' | 'EntryExplained' | 'FeeRecorded' | 'EntryIgnored' }>): Partial<Entry> {
  switch (event.type) {
    case 'EntryLinked': {
      const { agreement, payment, recovery, drawing, charge, duties } = event;
      return { standing: 'reported', agreement, payment, recovery, drawing, charge, duties };
    }
    case 'EntryExplained': {
      const { parts, duties, note } = event;
      const [first] = parts.filter(({ payment }) => payment !== '');
      const of = { agreement: first?.agreement ?? '', payment: first?.payment ?? '' } as const;
      return { ...of, standing: parts.some(isSettlement) ? 'reported' : 'explained', parts, duties, note };
    }
    case 'FeeRecorded':
      return { standing: 'charged', agreement: '', payment: '', note: event.note };
    case 'EntryIgnored':
      return { standing: event.waits ? 'dismissed' : 'ignored', duties: event.duties, note: event.note };
  }
}

const REFUSED_AS = {
  ExplanationRefused: 'explanation-refused',
  FeeRefused: 'charge-refused',
  DismissalRefused: 'dismissal-refused',
} as const;

function doubtIn(event: Extract<Event, { type: 'EntryDoubted' | 'EntryDoubtRefused' }>): Entry['doubt'] {
  if (event.type === 'EntryDoubtRefused') return undefined;
  const { note, by, at, duties } = event;
  return { note, by, at, duties };
}

function confirmedAs(entry: Entry): Standing {
  if (isCharged(entry)) return 'fee';
  if (isExplained(entry)) return 'accounted';
  return isDismissed(entry) ? 'ignored' : 'confirmed';
}

function changed(state: Existing, numbers: Iterable<number>, change: (entry: Entry) => Partial<Entry>): Existing {
  const entries = [...state.entries];
  for (const number of numbers) {
    const entry = entries[number - 1];
    if (!entry) throw new Error(`the statement has no entry ${number}`);
    entries[number - 1] = withEarlier(entry, { ...entry, ...change(entry) });
  }
  return standing({ ...state, entries });
}

function withEarlier(before: Entry, after: Entry): Entry {
  const [was, is] = [everNamedIn(before), namedIn(after)];
  const earlier = was.filter(
    (each, at) => !is.some((one) => isSameSettled(one, each)) && was.findIndex((one) => isSameSettled(one, each)) === at,
  );
  return earlier.length > 0 || before.earlier ? { ...after, earlier } : after;
}

function standing(state: Existing): Existing {
  const { entries, count } = state;
  if (entries.length < count || entries.some((entry) => entry.standing === 'read')) return { ...state, status: 'importing' };
  return { ...state, status: entries.some((entry) => isUndecided(entry) || waitsForSecond(entry)) ? 'waiting' : 'done' };
}
