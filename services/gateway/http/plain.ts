import { nearest } from '@junkan/kit/nearest.ts';
import type { z } from 'zod';

type Issue = z.core.$ZodRawIssue;

/**
 * What is wrong with a field, worded for the sender: each phrase continues the name of the field, "/amount must be text". The message of a
 * schema's own rule, if it has one, takes precedence.
 */
export function plain(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is required' : `must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is required' : `must be ${oneOf(issue.values.map(String), issue.input)}`;
    case 'too_small':
      return sized(issue.origin, 'at least', Number(issue.minimum));
    case 'too_big':
      return sized(issue.origin, 'at most', Number(issue.maximum));
    case 'invalid_format':
      return `must be ${FORMATS[issue.format] ?? 'of another form'}`;
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return 'is not a known field';
    case 'invalid_union':
      return 'has none of the forms that it may have';
    case 'invalid_key':
    case 'invalid_element':
      return 'holds something that is at fault';
    case 'custom':
      return undefined;
  }
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a date',
};

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'an instant in UTC, YYYY-MM-DDThh:mm:ss.sssZ',
  date: 'a calendar date, YYYY-MM-DD',
};

/** What is counted, one and several; a number is not counted. */
const COUNTED: Readonly<Record<string, readonly [string, string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  set: ['entry', 'entries'],
};

function sized(origin: string, bound: string, size: number): string {
  const counted = COUNTED[origin];
  return counted === undefined ? `must be ${bound} ${size}` : `must have ${bound} ${size} ${counted[size === 1 ? 0 : 1]}`;
}

/** The words that there are, and the nearest of them to a slip of the pen. */
function oneOf(words: readonly string[], given: unknown): string {
  const [only = '', ...others] = words;
  const known = others.length === 0 ? only : `one of ${words.join(', ')}`;
  const near = typeof given === 'string' && given !== '' ? nearest(words, given) : undefined;
  return near === undefined ? known : `${known} — did you mean "${near}"?`;
}
