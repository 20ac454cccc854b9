import { z } from 'zod';
import { count, day, hash, maybe, moment, money, word } from '../parts.ts';

/** How many sums a code holds: one that is longer no camera reads. */
const MOST_SUMS = 12;
const MOST_PARTIES = 8;
const MOST_LETTERS = 80;

const PRINTED_KINDS = ['agreement', 'milestone', 'statement-of-account', 'progress-report'] as const;

const sum = z.strictObject({
  of: z.enum(['agreed', 'planned', 'payable', 'paid', 'kept', 'left', 'balance']),
  account: word.meta({ description: 'Of a balance: what the account is for.' }),
  party: word.meta({ description: 'Whose it is: a name, as it was when this was printed.' }),
  amount: money,
});

/** What a print says, as it was when it was printed. */
export const printed = z
  .strictObject({
    kind: z.enum(PRINTED_KINDS),
    item: word.meta({ description: 'The id of the item; a statement of account has none.' }),
    title: word,
    parties: z.array(z.string()).meta({ description: 'Names, as they were when this was printed; at most eight.' }),
    moreParties: count,
    status: word,
    number: maybe(count),
    edition: maybe(count),
    hash: maybe(hash).meta({ description: 'SHA-256 of the text that the parties of an agreement sign.' }),
    from: maybe(day),
    to: maybe(day),
    sums: z.array(sum),
    moreSums: count.meta({ description: 'How many sums the print has besides these.' }),
    printedAt: moment.meta({ description: 'Policy time.' }),
  })
  .meta({ id: 'Printed' });

export type Printed = z.output<typeof printed>;

/** What is said of a print, however much that is. */
export type Said = Omit<Printed, 'moreParties' | 'moreSums' | 'printedAt'>;

const cut = (text: string): string => ([...text].length > MOST_LETTERS ? `${[...text].slice(0, MOST_LETTERS - 1).join('')}…` : text);
const cutIn = <Field extends string>(field: Field, text: string | undefined) =>
  text === undefined || text === '' ? {} : ({ [field]: cut(text) } as Record<Field, string>);

/** As much of it as a code holds. */
export function printedAs({ title, parties, sums, ...said }: Said, printedAt: string): Printed {
  return {
    ...said,
    ...cutIn('title', title),
    parties: parties.slice(0, MOST_PARTIES).map(cut),
    moreParties: Math.max(0, parties.length - MOST_PARTIES),
    sums: sums.slice(0, MOST_SUMS).map(({ party, ...each }) => ({ ...each, ...cutIn('party', party) })),
    moreSums: Math.max(0, sums.length - MOST_SUMS),
    printedAt,
  };
}

export const printAnswers = {
  print: z.strictObject({
    code: z
      .string()
      .meta({ description: 'What the print says, signed by this installation: a compact JWS. It is valid as long as its key is known.' }),
    address: z.string().meta({ description: 'Where everybody checks the code: `/check#` and the code, which a browser keeps to itself.' }),
    printed,
  }),
  checkedPrint: printed,
};
