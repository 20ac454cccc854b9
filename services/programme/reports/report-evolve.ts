import { type Edition, type Event, type Existing, obligationOf, type State, standing } from './report.ts';

type Begun = Pick<Edition, 'number' | 'note'>;
const edition = ({ number, note }: Begun): Edition => ({
  number,
  status: 'opened',
  sections: [],
  typed: [],
  explained: [],
  signed: [],
  verifiers: [],
  members: [],
  reviews: [],
  note,
  preparedBy: [],
  signedOffBy: '',
  signedOffAt: '',
  reviewDue: '',
  reviewedBy: '',
  reviewedAt: '',
  remarks: [],
});

export function evolve(state: State, event: Event): State {
  const version = state.status === 'absent' ? 1 : state.version + 1;
  if (event.type === 'ReportOpened') {
    const { signatory, attempt, city, timeZone, number, dueOn, due } = event;
    const of = { signatory, attempt, city, timeZone, number, dueOn, due };
    return { status: 'opened', version, ...of, editions: [edition({ number: 1, note: '' })], contests: [], turns: [] };
  }
  if (state.status === 'absent') throw new Error(`${event.type} met a progress report that was never opened`);
  const after = { ...evolveExisting(state, event), version };
  return { ...after, status: statusOf(after), turns: turnsWith(state, event, version) };
}

/** Until one is published it is as its only edition. */
function statusOf(state: Existing): Existing['status'] {
  const status = standing(state) ? 'published' : (state.editions.at(-1)?.status ?? 'opened');
  return status === 'superseded' ? 'published' : status;
}

type Later = Exclude<Event, { type: 'ReportOpened' }>;
type OfEdition = Exclude<Later, { type: 'ValueContested' | 'ContestJudged' | 'ReportCorrectionBegun' | 'ReportPublished' }>;

function evolveExisting(state: Existing, event: Later): Existing {
  switch (event.type) {
    case 'ReportCorrectionBegun': {
      const { sections = [], typed = [], explained = [], signed = [] } = standing(state) ?? {};
      const begun = { ...edition({ number: event.edition, note: event.note }), sections, typed, explained, signed };
      // Whose words they are stays known: none of them signs it off.
      const preparedBy = [...new Set([...(standing(state)?.preparedBy ?? []), event.by])];
      return { ...state, editions: [...state.editions, { ...begun, status: 'drafting', preparedBy }] };
    }
    case 'ValueContested': {
      const { edition: at, contest: number, type: _, ...contested } = event;
      const contest = { ...contested, number, edition: at, outcome: '', endNote: '', judgedBy: '' } as const;
      const contests = [...state.contests, contest];
      return { ...state, contests, editions: inEdition(state, at, (each) => writtenBy(each, event.by)) };
    }
    case 'ContestJudged': {
      const { contest, outcome, note: endNote, by: judgedBy } = event;
      const contests = state.contests.map((each) => (each.number === contest ? { ...each, outcome, endNote, judgedBy } : each));
      return { ...state, contests };
    }
    case 'ReportPublished': {
      const editions = state.editions.map((each): Edition => {
        if (each.number === event.edition) return { ...each, status: 'published' };
        return each.status === 'published' ? { ...each, status: 'superseded' } : each;
      });
      return { ...state, editions };
    }
    case 'SectionWritten':
    case 'ValueTyped':
    case 'ValueExplained':
    case 'ReportSubmitted':
    case 'CellReviewed':
    case 'ReportReturned':
    case 'ReportAccepted':
      return { ...state, editions: inEdition(state, event.edition, (each) => editionWith(each, event)) };
  }
}

const inEdition = ({ editions }: Existing, number: number, change: (edition: Edition) => Edition): readonly Edition[] =>
  editions.map((each) => (each.number === number ? change(each) : each));

const writtenBy = (of: Edition, by: string): Edition => ({
  ...of,
  status: 'drafting',
  preparedBy: [...new Set([...of.preparedBy, by])],
});

/** In the place of the one of the same key, or behind the others. */
const withKey = <Of extends { readonly key: string }>(all: readonly Of[], one: Of): readonly Of[] =>
  all.some(({ key }) => key === one.key) ? all.map((each) => (each.key === one.key ? one : each)) : [...all, one];

function editionWith(of: Edition, event: OfEdition): Edition {
  switch (event.type) {
    case 'SectionWritten': {
      const { section, note, by, at } = event;
      const before = of.sections.find((each) => each.section === section);
      const written = { section, note, version: (before?.version ?? 0) + 1, by, at };
      return { ...writtenBy(of, by), sections: [...of.sections.filter((each) => each !== before), written] };
    }
    case 'ValueTyped': {
      const { section, key, value, unit, certainty, note, at, by } = event;
      return { ...writtenBy(of, by), typed: withKey(of.typed, { section, key, value, unit, certainty, note, at }) };
    }
    case 'ValueExplained':
      return { ...writtenBy(of, event.by), explained: withKey(of.explained, { key: event.key, note: event.note }) };
    case 'ReportSubmitted': {
      const { cells: signed, verifiedBy: verifiers, members = [], reviewDue, at: signedOffAt, by: signedOffBy } = event;
      return { ...of, status: 'submitted', signed, verifiers, members, reviewDue, signedOffAt, signedOffBy, reviews: [], remarks: [] };
    }
    case 'CellReviewed': {
      const { key, verdict, note } = event;
      return { ...of, status: 'in-review', reviews: withKey(of.reviews, { key, verdict, note }) };
    }
    case 'ReportReturned':
      return { ...of, status: 'returned', remarks: event.remarks, reviewedBy: event.by, reviewedAt: event.at };
    case 'ReportAccepted':
      return { ...of, reviewedBy: event.by, reviewedAt: event.at };
  }
}

const FACTS = { ReportSubmitted: 'submitted', ReportReturned: 'returned', ReportAccepted: 'accepted' } as const;

/** The ladder ends with the first edition that is accepted. */
function turnsWith(state: Existing, event: Later, version: number): Existing['turns'] {
  if (standing(state) || !(event.type in FACTS) || !('at' in event)) return state.turns;
  const fact = FACTS[event.type as keyof typeof FACTS];
  const { members = [] } = event as Extract<Later, { type: 'ReportSubmitted' }>;
  return [...state.turns, { obligation: obligationOf(state), fact, at: event.at, version, members }];
}
