import { useQuery } from '@tanstack/react-query';
import * as a from '#messages/call-answer';
import { decimalOf } from '../../acts/amounts.ts';
import { api, type Schemas } from '../../base/api/client.ts';
import { keys } from '../../base/api/keys.ts';
import { Say } from '../../base/parts/Say.tsx';
import { compared } from '../../base/parts/sums.ts';
import type { Call } from './shared/said.ts';
import { type Rule, Unmet } from './shared/Unmet.tsx';

type Proposal = Pick<Schemas['Project']['proposal'], 'countries' | 'themes' | 'readiness'>;
type Props = { readonly call: Call; readonly city: string; readonly proposal: Proposal; readonly amount: string };

/** How obligations are where a signature does not count for a call. */
const NOT_GOOD: readonly string[] = ['joining', 'suspended', 'left'];

/** The rules of a call that a project does not meet as it is now; who signs it off is held to the same. */
export function Rules({ call, city, proposal, amount }: Props) {
  const { declaration = '' } = call;
  const { data } = useQuery({
    queryKey: keys.list('signatories', { declaration, city, of: 'call' }),
    queryFn: ({ signal }) => api.operations.listSignatories({ declaration, city, limit: 1 }, { signal }),
    enabled: declaration !== '',
  });
  const isGood = declaration === '' || data === undefined || data.signatories.some(({ standing }) => !NOT_GOOD.includes(standing));
  const unmet = unmetBy(call, proposal, amount, isGood);
  // Without a sum nothing is known of it.
  if (unmet.length === 0 && decimalOf(amount) === undefined) return null;
  return (
    <section aria-label={a.rules()}>
      {unmet.length > 0 ? (
        <Unmet rules={unmet} />
      ) : (
        <Say kind="good">
          <p>{a.rulesMet()}</p>
        </Say>
      )}
    </section>
  );
}

function unmetBy(call: Call, { countries, themes, readiness }: Proposal, amount: string, isGood: boolean): readonly Rule[] {
  const { least, greatest, available } = call;
  const asked = decimalOf(amount);
  const isMet: Readonly<Record<Exclude<Rule, 'answers-are-unclear'>, boolean>> = {
    'country-is-another': countries.some((each) => call.countries.includes(each)),
    'theme-is-another': call.themes.length === 0 || themes.some((each) => call.themes.includes(each)),
    'sum-is-outside': asked === undefined || isBetween({ amount: asked, currency: available.currency }, least, greatest),
    'readiness-is-too-low': readiness >= call.minimumReadiness,
    'not-in-good-standing': isGood,
  };
  return (Object.keys(isMet) as (keyof typeof isMet)[]).filter((rule) => !isMet[rule]);
}

type Amount = Schemas['Money'];
const isBetween = (asked: Amount, least: Amount, greatest: Amount): boolean =>
  compared(alike(asked, least), least) >= 0 && compared(alike(asked, greatest), greatest) <= 0;

/** A typed sum with as many places as another. */
function alike({ amount, currency }: Amount, like: Amount): Amount {
  const [whole = '', places = ''] = amount.split('.');
  const wanted = like.amount.split('.')[1]?.length ?? 0;
  return { currency, amount: wanted === 0 ? whole : `${whole}.${places.padEnd(wanted, '0').slice(0, wanted)}` };
}
