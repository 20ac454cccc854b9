import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod/mini';
import { certificates } from '#lists';
import { menuCertificates } from '#messages';
import * as m from '#messages/certificates';
import { personName } from '../../acts/words.ts';
import { oneOf, textInAddress as text } from '../../base/parts/search.ts';
import { ItemList, type RowOf } from '../../items/ItemList.tsx';
import * as column from '../../lists/columns.tsx';

/** Which certificates are listed: all where the address does not say. */
export const search = z.object({ status: oneOf(certificates.statuses), session: text, cursor: text });

const route = getRouteApi('/members/certificates');

type Certificate = RowOf<typeof certificates>;

/** Certificates that are proposed, issued and revoked, for those who decide on them; nobody else has a list. */
export function Page() {
  return (
    <ItemList
      of={certificates}
      search={route.useSearch()}
      asks={{ counts: 'status', with: 'names' }}
      title={menuCertificates()}
      about={m.listAbout()}
      none={m.noneListed()}
      kind="certificateStatus"
      columns={(names) => [
        column.linked<Certificate>(m.certificate(), ({ text: said }) => said.title),
        column.text<Certificate>(m.holder(), ({ holder }) => personName(names, holder)),
        column.named<Certificate>(m.organisation(), ({ organisation }) => organisation, names),
        column.day<Certificate>(m.issued(), ({ issuedAt }) => issuedAt),
        column.status<'certificateStatus', Certificate>('certificateStatus', ({ status }) => status),
      ]}
    />
  );
}
