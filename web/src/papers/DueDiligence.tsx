import { useQuery } from '@tanstack/react-query';
import * as m from '#messages/diligence';
import { Begin } from '../acts/Begin.tsx';

import type { Schemas } from '../base/api/client.ts';
import { itemQuery } from '../base/api/items.ts';
import { useSession } from '../base/api/session.ts';
import { ItemLink } from '../base/parts/ItemLink.tsx';
import { dayText } from '../base/parts/locale.ts';
import { Say } from '../base/parts/Say.tsx';
import { rareCode } from '../opened/choices.ts';
import { passportOfQuery } from './passport-of.ts';

const MAY_ASK = ['sponsor.officer', 'sponsor.approver', 'secretariat.officer', 'finance.maker', 'finance.checker'] as const;

type Props = {
  readonly subject: string;
  /** Where the page is about several. */
  readonly name?: string | undefined;
};

/** How the due diligence on who is to have money stands, loudly where it is missing, over or bad; with the act that asks for it. */
export function DueDiligence({ subject, name }: Props) {
  const { data } = useQuery(passportOfQuery(subject));
  const { data: subjectNow } = useQuery(itemQuery('getProposer', subject));
  const isOwn = useSession()?.organisation === subject;
  if (!data || isOwn) return null;
  const [passport] = data.passports;
  const code = subjectNow && passport && isRenamed(passport, subjectNow) ? 'renamed' : standingOf(passport);
  if (code === 'cleared') return null;
  const { id, level, validUntil, underReview } = passport ?? {};
  return (
    <Say kind={code === 'requested' || code === 'remark' ? 'wait' : 'bad'}>
      <p>
        {name ? `${name}: ` : null}
        <strong>{m.warns({ code, level: level ? rareCode('level', level) : '', day: validUntil ? dayText(validUntil) : '' })}</strong>{' '}
        {underReview ? m.isAsked() : code === 'remark' ? null : m.whoAsks()} {id ? <ItemLink id={id}>{m.toPassport()}</ItemLink> : null}
      </p>
      {underReview || code === 'remark' ? null : <Begin operation="requestDueDiligence" roles={MAY_ASK} body={{ subject }} />}
    </Say>
  );
}

/** What there is to be said of it: `none` was asked for, `remark` is a mild flag of what is cleared. */
function standingOf(passport: Schemas['Passport'] | undefined): string {
  if (!passport) return 'none';
  return passport.status === 'cleared' && passport.level ? 'remark' : passport.status;
}

/** Whether it was cleared under another name than it has. */
const isRenamed = (
  { status, clearedAs }: Pick<Schemas['Passport'], 'status' | 'clearedAs'>,
  { name, formerNames }: Pick<Schemas['Proposer'], 'name' | 'formerNames'>,
): boolean => status === 'cleared' && formerNames.length > 0 && name !== clearedAs;

/** The same of each of several, of whom the page names each. */
export const DueDiligenceOf = ({ subjects, names }: { readonly subjects: readonly string[]; readonly names: Schemas['Names'] }) =>
  [...new Set(subjects)].map((subject) => <DueDiligence key={subject} subject={subject} name={names[subject]?.text ?? subject} />);
