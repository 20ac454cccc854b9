import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { passports } from '#lists';
import { state } from '#messages';
import * as m from '#messages/passports';
import { fieldLabel } from '../../acts/words.ts';
import { wholeOf } from '../../base/api/whole.ts';
import { Export } from '../../base/Export.tsx';
import { StatusOf } from '../../base/parts/StatusOf.tsx';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';
import { rareCode } from '../../opened/choices.ts';

/** Which passports are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(passports.statuses), cursor: text });

const ASKS = { sort: 'due', with: 'names' } as const;

const route = getRouteApi('/members/passports');

type Passport = RowOf<typeof passports>;

/** The due diligence on cities and agencies, what ends first at the top. */
export function Page() {
  const { status, cursor } = route.useSearch();
  const whole = wholeOf('listPassports', { ...ASKS, ...(status ? { status } : {}) }, ({ passports }) => passports);
  return (
    <ItemList
      of={passports}
      search={{ status, cursor }}
      asks={{ ...ASKS, counts: 'status' }}
      title={m.passports()}
      about={m.whatFor()}
      aside={
        <Export name="passports" columns={async () => (await import('../../exports/party-columns.ts')).PASSPORT_COLUMNS} page={whole} />
      }
      none={m.noPassports()}
      kind="passportStatus"
      columns={(names) => [
        column.linked<Passport>(fieldLabel('subject'), ({ subject }) => names[subject]?.text ?? subject),
        column.text(state(), (passport) => <State of={passport} />),
        column.text(fieldLabel('level'), ({ level }) => (level ? rareCode('level', level) : '–')),
        column.day(fieldLabel('validUntil'), ({ validUntil }) => validUntil),
        column.count(m.requests(), ({ requests }) => requests),
      ]}
    />
  );
}

const State = ({ of: { status, underReview } }: { readonly of: Passport }) => (
  <>
    <StatusOf of="passportStatus" status={status} />
    {underReview && status !== 'requested' ? <small className="quiet"> {m.underReview()}</small> : null}
  </>
);
