import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { supportRequests } from '#lists';
import { country } from '#messages';
import * as m from '#messages/support-requests';
import { Begin } from '../../acts/Begin.tsx';
import { fieldLabel } from '../../acts/words.ts';
import { useCodeNames } from '../../base/api/lists.ts';
import { countryName } from '../../base/parts/locale.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';
import { useAsked } from './Asked.tsx';

/** Which requests are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(supportRequests.statuses), city: text, cursor: text });

const ASKS = { with: 'names', counts: 'status' } as const;

const route = getRouteApi('/members/support-requests');

type Request = RowOf<typeof supportRequests>;

/** What cities ask support for. */
export function Page() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const asked = useAsked();
  const typeName = useCodeNames('instrument-types');
  return (
    <ItemList
      of={supportRequests}
      search={search}
      asks={ASKS}
      title={m.title()}
      about={m.whatFor()}
      file={async () => (await import('../../exports/programme-columns.ts')).SUPPORT_COLUMNS}
      none={m.none()}
      kind="supportRequestStatus"
      columns={(names) => [
        column.linked<Request>(fieldLabel('title'), ({ title }) => title),
        column.named<Request>(m.city(), ({ city }) => city, names),
        column.text<Request>(country(), (request) => countryName(request.country)),
        column.text<Request>(fieldLabel('type'), ({ type }) => typeName(type)),
        column.status('supportRequestStatus', ({ status }) => status),
      ]}
    >
      <h2 className="vh">{m.title()}</h2>
      <Begin
        operation="requestSupport"
        roles={['proposer.officer']}
        {...asked}
        onDone={({ id = '' }) => void navigate({ to: '/support-requests/$id', params: { id } })}
      />
    </ItemList>
  );
}
