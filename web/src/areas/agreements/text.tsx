import { useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import * as t from '#messages/agreement-text';
import * as m from '#messages/agreements';
import { itemQuery } from '../../api/items.ts';
import { PrintButton } from '../../parts/PrintButton.tsx';
import { StatusOf } from '../../parts/StatusOf.tsx';
import { AmendmentText } from './text-amendment.tsx';
import { Checking } from './text-checking.tsx';
import { DraftText } from './text-draft.tsx';

const route = getRouteApi('/members/agreements/$id/text');

/** All that the parties have agreed on, as one document: what they sign, what amendments have made of it, and what the hashes are taken of. */
export function AgreementTextPage() {
  const { id } = route.useParams();
  const { data: agreement } = useSuspenseQuery(itemQuery('getAgreement', id));
  const { data: told } = useSuspenseQuery(itemQuery('editionsOfAgreement', id));
  const { status, project, draft } = agreement;
  const names = { ...agreement.names, ...told.names };
  const title = names[project]?.text ?? m.agreementOf();
  const current = told.editions.filter((edition) => edition.draft === draft);
  const drafted = current.find(({ kind }) => kind === 'draft');
  return (
    <>
      <title>{`${t.textOf()}: ${title} · Junkan`}</title>
      <ol className="crumbs">
        <li>
          <Link to="/projects/$id" params={{ id: project }}>
            {title}
          </Link>
        </li>
        <li>
          <Link to="/agreements/$id" params={{ id }}>
            {m.agreementOf()}
          </Link>
        </li>
        <li>{t.textOf()}</li>
      </ol>
      <div className="head">
        <div>
          <h1>{t.textOf()}</h1>
          <p>
            <span>{title}</span> <StatusOf of="agreement" status={status} />
          </p>
          <p className="quiet">{status === 'draft' ? t.ofDraft() : status === 'void' ? t.ofVoid() : t.isWhole()}</p>
        </div>
        <div className="row">
          <PrintButton />
        </div>
      </div>
      <div className="document">
        {drafted ? <DraftText agreement={agreement} edition={drafted} names={names} /> : null}
        {current.map((edition) =>
          edition.kind === 'amendment' ? <AmendmentText key={edition.number} agreement={id} edition={edition} names={names} /> : null,
        )}
        <Checking agreement={id} editions={told.editions} />
      </div>
    </>
  );
}
