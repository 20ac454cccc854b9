import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BadRequest } from '../http/problem.ts';
import { cursorOf, positionOf } from './cursor.ts';

const ends = { project: { origin: 'mb1', sequence: 90 }, sponsor: { origin: 'mb2', sequence: 7 } };
const POINTER = '#header/Last-Event-ID';

const refusal = (cursor: string) => {
  try {
    return positionOf(cursor, POINTER, ends);
  } catch (error) {
    return error instanceof BadRequest ? [error.status, error.type, error.errors[0]?.pointer] : error;
  }
};

test('without a cursor the end is where to begin', () => {
  expect(positionOf('', POINTER, ends)).toEqual(ends);
});

test('a cursor leads back to where it was made', () => {
  fc.assert(
    fc.property(fc.nat(90), fc.nat(7), (project, sponsor) => {
      const position = { project: { origin: 'mb1', sequence: project }, sponsor: { origin: 'mb2', sequence: sponsor } };
      expect(positionOf(cursorOf(position), POINTER, ends)).toEqual(position);
    }),
  );
});

test('a context that came after the cursor is read from its first event', () => {
  const before = cursorOf({ project: { origin: 'mb1', sequence: 5 } });
  expect(positionOf(before, POINTER, ends)).toEqual({ project: { origin: 'mb1', sequence: 5 }, sponsor: { origin: 'mb2', sequence: 0 } });
});

test('what is no cursor is refused, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      expect(refusal(text)).toEqual([400, 'CursorIsMalformed', POINTER]);
    }),
  );
});

test('a cursor of another stream of that name, or from beyond its end, is refused', () => {
  const unknown = [400, 'CursorIsNotKnown', POINTER];
  expect(refusal(cursorOf({ ...ends, project: { origin: 'mb3', sequence: 1 } }))).toEqual(unknown);
  expect(refusal(cursorOf({ ...ends, sponsor: { origin: 'mb2', sequence: 8 } }))).toEqual(unknown);
});
