import type { Actor } from '@junkan/proto/actor.ts';
import { describe, expect, test } from 'vitest';
import { accept, alreadyApplied, refuse } from './decision.ts';
import { partsOf, type TablesIn } from './parts.ts';
import { waitsFor } from './waits.ts';

// A shelf on which books stand, and the loans of these: two parts of one library.

type Shelf = {
  own: readonly string[];
  command: { type: 'AddBook'; book: string; by: Actor };
  event: { type: 'BookAdded'; book: string };
  rejection: { type: 'BookIsThere' };
};
type Loans = {
  own: readonly { readonly book: string; readonly by: string }[];
  command: { type: 'Lend'; book: string; by: Actor } | { type: 'TakeBack'; book: string; by: Actor };
  event: { type: 'Lent'; book: string; by: string } | { type: 'TakenBack'; book: string };
  rejection: { type: 'BookIsLent' } | { type: 'BookIsNotLent' } | { type: 'BorrowerTakesNothingBack' } | { type: 'LibraryIsClosed' };
};
type Faces = { readonly shelf: Shelf; readonly loans: Loans };
type Open = { readonly isOpen: boolean; readonly shelf: Shelf['own']; readonly loans: Loans['own'] };
type Library = {
  state: Open;
  item: Open;
  force: Open;
  parts: Faces;
  command: Faces[keyof Faces]['command'];
  event: Faces[keyof Faces]['event'];
  rejection: Faces[keyof Faces]['rejection'];
  facts: { readonly now: string };
};
const { part, on, compose } = partsOf<Library>();

const shelf = part<Shelf>()({
  initial: [],
  decide: {
    AddBook: ({ book }, library) => (library.shelf.includes(book) ? refuse({ type: 'BookIsThere' }) : accept({ type: 'BookAdded', book })),
  },
  evolve: { BookAdded: (before, { book }) => [...before, book] },
  begins: () => ({ addBook: { type: 'AddBook' } }) as const,
  acts: [],
  message: (own) => ({ books: own.length }),
});
const loans = part<Loans>()({
  initial: [],
  decide: {
    Lend: ({ book, by }, library) => {
      if (!library.isOpen) return refuse({ type: 'LibraryIsClosed' });
      const lent = library.loans.find((each) => each.book === book);
      if (lent) return lent.by === by.person ? alreadyApplied : refuse({ type: 'BookIsLent' });
      return accept({ type: 'Lent', book, by: by.person });
    },
    TakeBack: ({ book, by }, library) => {
      const lent = library.loans.find((each) => each.book === book);
      if (!lent) return refuse({ type: 'BookIsNotLent' });
      return lent.by === by.person ? refuse({ type: 'BorrowerTakesNothingBack' }) : accept({ type: 'TakenBack', book });
    },
  },
  evolve: {
    Lent: (before, { book, by }) => [...before, { book, by }],
    TakenBack: (before, { book }) => before.filter((each) => each.book !== book),
  },
  // A person who brings a book takes it home first.
  listens: { BookAdded: (before, { book }, library) => (library.isOpen ? before : [...before, { book, by: 'caretaker' }]) },
  acts: [
    on(
      ({ shelf: books }) => books,
      (book) => ({ question: book.length }),
      (book, { now: _ }) => ({ lend: { type: 'Lend', book }, takeBack: { type: 'TakeBack', book } }),
    ).waiting((book, { loans: lent }) => {
      const by = lent.find((each) => each.book === book)?.by ?? '';
      return [
        { kind: 'book-to-lend', ends: ['lend'], despite: ['LibraryIsClosed'], silence: 'nothing' },
        { kind: 'book-to-take-back', ends: ['takeBack'], against: [by, 'other', ''], silence: 'reminder', due: '2026-12-01' },
        {
          kind: 'book-to-ask-for',
          asks: 'takeBack',
          ends: ['lend'],
          bars: 'lend',
          against: [by],
          again: 'BorrowerTakesNothingBack',
          silence: 'nothing',
        },
      ];
    }),
  ],
  message: (own, { isOpen }) => ({ lent: isOpen ? own.map(({ book }) => book) : [] }),
});
const library = compose({ shelf, loans });

const clerk: Actor = { person: 'clerk', organisation: 'secretariat', roles: [] };
const begun: Open = { isOpen: true, ...library.initial };
const evolve = (state: Open, event: Library['event']): Open => Object.assign({}, state, library.evolve(state, event));
const after = (...events: readonly Library['event'][]): Open => events.reduce(evolve, begun);
const added = { type: 'BookAdded', book: 'Emma' } as const;
const lent = { type: 'Lent', book: 'Emma', by: 'reader' } as const;

describe('an aggregate of parts', () => {
  test('begins with what each part begins with', () => {
    expect(begun).toEqual({ isOpen: true, shelf: [], loans: [] });
  });

  test('decides each command by the part whose it is, on the state of all', () => {
    expect(library.decides({ type: 'AddBook', book: 'Emma', by: clerk })).toBe(true);
    expect(library.decide({ type: 'AddBook', book: 'Emma', by: clerk }, begun)).toEqual(accept(added));
    expect(library.decide({ type: 'Lend', book: 'Emma', by: clerk }, after(added, lent))).toEqual(refuse({ type: 'BookIsLent' }));
  });

  test('folds an event into what its part keeps, and into that of parts that listen, from the state before it', () => {
    expect(library.evolve(begun, added)).toEqual({ shelf: ['Emma'], loans: [] });
    expect(library.evolve({ ...begun, isOpen: false }, added)).toEqual({
      shelf: ['Emma'],
      loans: [{ book: 'Emma', by: 'caretaker' }],
    });
    expect(library.evolve(after(added), lent)).toEqual({ loans: [{ book: 'Emma', by: 'reader' }] });
  });

  test('lists what can be tried on each thing of each part, and what begins one more', () => {
    expect(library.begins(begun, { now: '' })).toEqual({ addBook: { type: 'AddBook' } });
    expect(library.attempts(after(added), { now: '' }, { person: 'reader', organisation: '', roles: [] })).toEqual([
      { of: { question: 4 }, as: { lend: { type: 'Lend', book: 'Emma' }, takeBack: { type: 'TakeBack', book: 'Emma' } } },
    ]);
    type Tables = TablesIn<{ shelf: typeof shelf; loans: typeof loans }>;
    true satisfies keyof Tables extends 'addBook' | 'lend' | 'takeBack' ? true : false;
    'AddBook' satisfies Tables['addBook']['type'];
  });

  test('has one message of all parts, also before there are any', () => {
    expect(library.message(begun, after(added, lent))).toEqual({ books: 1, lent: ['Emma'] });
    expect(library.message(begun, undefined)).toEqual({ books: 0, lent: [] });
  });

  test('is not put together where two parts decide one command', () => {
    const twice = { ...shelf, decide: { ...shelf.decide, Lend: shelf.decide.AddBook } };
    expect(() => compose({ shelf: twice, loans })).toThrow('Two parts decide one command.');
  });
});

describe('a wait', () => {
  const waitsOf = (state: Open) =>
    waitsFor<Library>(library.waits(state), {
      decide: (command) => library.decide(command, state),
      bodies: {},
      roles: { lend: ['finance.maker'], takeBack: ['finance.checker', 'sponsor.officer', 'proposer.officer'] },
      organisations: ['secretariat', 'spo_a'],
      readers: ['org_a'],
      facts: { now: '' },
    });
  const kindsOf = (state: Open) => waitsOf(state).map(({ kind, role, organisation }) => `${kind} ${role} ${organisation}`);

  test('is for each role that the contract names, in each organisation of its kind, where the decider takes the act', () => {
    expect(kindsOf(after(added))).toEqual(['book-to-lend finance.maker secretariat']);
    expect(kindsOf(after(added, lent))).toEqual([
      'book-to-take-back finance.checker secretariat',
      'book-to-take-back sponsor.officer spo_a',
      'book-to-ask-for finance.checker secretariat',
      'book-to-ask-for sponsor.officer spo_a',
    ]);
  });

  test('goes on in spite of what passes by itself', () => {
    expect(kindsOf({ ...after(added), isOpen: false })).toEqual(['book-to-lend finance.maker secretariat']);
  });

  test('excludes those whom the decider refuses, with the reason, and those who have done their share', () => {
    const [toTakeBack, , toAskFor] = waitsOf(after(added, lent));
    expect(toTakeBack).toEqual({
      kind: 'book-to-take-back',
      of: { question: 4 },
      operations: ['takeBack'],
      role: 'finance.checker',
      organisation: 'secretariat',
      readers: ['org_a'],
      due: '2026-12-01',
      silence: 'reminder',
      excluded: { reader: 'BorrowerTakesNothingBack' },
    });
    // The reader has the book already; for everybody else it is lent, which excludes nobody.
    expect(toAskFor?.excluded).toEqual({ reader: 'BorrowerTakesNothingBack' });
  });

  test('of one person asks the decider as that person', () => {
    const by: string[] = [];
    const wait = { kind: 'k', of: {}, as: () => ({ lend: { type: 'Lend' } }), ends: ['lend'], only: 'reader', silence: 'nothing' } as const;
    const rows = waitsFor<Library>([wait], {
      decide: (command) => {
        by.push(command.by.person);
        return accept({ type: 'Lent' });
      },
      bodies: {},
      roles: { lend: ['finance.maker'] },
      organisations: ['secretariat'],
      readers: [],
      facts: { now: '' },
    });
    expect([rows.length, new Set(by)]).toEqual([1, new Set(['reader'])]);
  });
});
