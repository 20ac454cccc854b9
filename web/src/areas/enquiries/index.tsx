import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { enquiries } from '#lists';
import { country, filters } from '#messages';
import * as m from '#messages/enquiries';
import { fieldLabel } from '../../acts/words.ts';
import { countryName, dayText, languageName } from '../../base/parts/locale.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';
import { Counted, Find } from '../../lists/controls.tsx';

/** Which enquiries are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(enquiries.statuses), q: text, country: text, language: text, cursor: text });

const ASKS = { with: 'names', counts: 'status,country,language' } as const;

const route = getRouteApi('/members/enquiries');

type Enquiry = RowOf<typeof enquiries>;

/** What was written, without sign-in, for cities that may want to sign. */
export function Page() {
  const search = route.useSearch();
  return (
    <ItemList
      of={enquiries}
      search={search}
      asks={ASKS}
      title={m.title()}
      about={m.whatFor()}
      file={async () => (await import('../../exports/programme-columns.ts')).ENQUIRY_COLUMNS}
      none={m.none()}
      kind="enquiryStatus"
      filters={(counts) => (
        <div className="row end">
          <Find q={search.q ?? ''} />
          <search className="row" aria-label={filters()}>
            <Counted label={country()} name="country" chosen={search.country ?? ''} counts={counts['country'] ?? {}} nameOf={countryName} />
            <Counted
              label={m.language()}
              name="language"
              chosen={search.language ?? ''}
              counts={counts['language'] ?? {}}
              nameOf={languageName}
            />
          </search>
        </div>
      )}
      columns={() => [
        column.linked<Enquiry>(fieldLabel('cityName'), ({ cityName }) => cityName),
        column.text<Enquiry>(country(), (enquiry) => countryName(enquiry.country)),
        column.text<Enquiry>(m.language(), ({ language }) => languageName(language)),
        column.text<Enquiry>(m.received(), ({ receivedAt }) => dayText(receivedAt)),
        column.text<Enquiry>(m.toAnswer(), ({ due }) => (due ? dayText(due) : '–')),
        column.status<'enquiryStatus', Enquiry>('enquiryStatus', ({ status }) => status),
      ]}
    />
  );
}
