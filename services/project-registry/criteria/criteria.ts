import type { UnknownCode } from '@junkan/kit/pure/codes.ts';
import type { CheckAnswer } from '@junkan/proto/junkan/project/v1/language.ts';

/** What was found of one criterion. */
export type Check = { readonly criterion: string; readonly answer: CheckAnswer; readonly note: string };

/** What was found of each criterion of a list, and the criteria that the installation has. */
export type Checked = {
  readonly checks: readonly Check[];
  /** Every code of the list of criteria, in its order. */
  readonly criteria: readonly string[];
  /** Codes that the list does not have. */
  readonly unknown: readonly UnknownCode[];
};
export const UNCHECKED: Checked = { checks: [], criteria: [], unknown: [] };

export type Rejection =
  | { type: 'CodesAreUnknown'; codes: readonly UnknownCode[] }
  | { type: 'CheckIsRepeated'; criterion: string; index: number }
  | { type: 'CheckIsUnexplained'; criterion: string; index: number }
  | { type: 'ChecksAreMissing'; criteria: readonly string[] };

/** What is said of criteria that the list has, once each, is said with the reason where one is not met or does not apply. */
export function checkFault({ checks, unknown }: Checked): Rejection | undefined {
  if (unknown.length > 0) return { type: 'CodesAreUnknown', codes: unknown };
  for (const [index, { criterion, answer, note }] of checks.entries()) {
    if (checks.findIndex((each) => each.criterion === criterion) < index) return { type: 'CheckIsRepeated', criterion, index };
    if (answer !== 'yes' && note === '') return { type: 'CheckIsUnexplained', criterion, index };
  }
  return undefined;
}

/** The same, and every criterion of the list has its answer. */
export function wholeFault(checked: Checked): Rejection | undefined {
  const { checks, criteria } = checked;
  const lacking = criteria.filter((code) => !checks.some(({ criterion }) => criterion === code));
  return checkFault(checked) ?? (lacking.length > 0 ? { type: 'ChecksAreMissing', criteria: lacking } : undefined);
}

/** The criteria that are not met, by their codes. */
export const unmetIn = ({ checks }: Checked): string[] => checks.filter(({ answer }) => answer === 'no').map(({ criterion }) => criterion);

const textOf = (checks: readonly Check[]): string =>
  JSON.stringify(checks.map(({ criterion, answer, note }) => [criterion, answer, note]).toSorted());
export const isSameChecks = (one: readonly Check[], other: readonly Check[]): boolean => textOf(one) === textOf(other);
