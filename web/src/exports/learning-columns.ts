import type { Schemas } from '../base/api/types.ts';
import { type Column, codes, fields, named } from './columns.ts';

// What is written of each list of trainings and of their sessions.

type Training = Schemas['Training'];
type Session = Schemas['TrainingSession'];

export const TRAINING_COLUMNS: readonly Column<Training>[] = [
  { key: 'id', value: ({ id }) => id },
  { key: 'course', value: ({ content }) => content.course },
  ...fields<Training>('status', 'title', 'theme'),
  codes('dimensions', ({ dimensions }) => dimensions),
  ...fields<Training>('fromLevel', 'toLevel'),
  { key: 'hours', value: ({ content }) => content.hours },
  { key: 'attendancePercent', value: ({ content }) => content.attendancePercent },
  { key: 'exercise', value: ({ content }) => content.exercise },
  codes('languages', ({ content }) => content.languages),
  { key: 'validMonths', value: ({ content }) => content.validMonths },
];

/** Who takes part is no part of a file. */
export const SESSION_COLUMNS: readonly Column<Session>[] = [
  ...fields<Session>('id', 'status', 'training', 'title', 'starts', 'language', 'mode'),
  { key: 'seats', value: ({ plan }) => plan.seats },
  ...fields<Session>('confirmed', 'seatsFree', 'waiting', 'hours'),
  named('trainerOf', ({ trainerOf }) => trainerOf),
];
