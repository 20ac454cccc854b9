import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as m from '#messages/flow';
import { type AnswerOf, api, type Schemas } from '../../api/client.ts';
import { keys } from '../../api/keys.ts';
import { onePage } from '../../api/whole.ts';
import { Export } from '../../exports/Export.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { moneyText } from '../../parts/Money.tsx';
import { PrintButton } from '../../parts/PrintButton.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { FlowTable } from './flow-table.tsx';
import { Sankey } from './sankey.tsx';

const route = getRouteApi('/everybody/flow');

const flowQuery = {
  queryKey: keys.publicFlow,
  queryFn: ({ signal }: { signal: AbortSignal }): Promise<AnswerOf<'getPublicFlow'>> => api.operations.getPublicFlow({}, { signal }),
};

/** All published money, from countries to what their projects have come to and how sure it is; a picture for each currency. */
export function Flow() {
  const { as = 'picture' } = route.useSearch();
  const { data } = useQuery({ ...flowQuery, throwOnError: true });
  if (!data) return <Loading />;
  const { pictures } = data;
  return (
    <>
      <title>{`${m.flow()} · Junkan`}</title>
      <div className="row far">
        <div>
          <h1>{m.flow()}</h1>
          <p className="quiet">{m.flowSays()}</p>
        </div>
        <div className="row">
          <Segments
            label={m.shownAs()}
            name="as"
            chosen={as}
            of={[
              { value: 'picture', title: m.picture() },
              { value: 'table', title: m.table() },
            ]}
          />
          <Export
            name="money"
            columns={async () => (await import('../../exports/published-columns.ts')).FLOW_COLUMNS}
            page={onePage(data.flows)}
          />
          <PrintButton />
        </div>
      </div>
      {pictures.length === 0 ? <p>{m.noMoney()}</p> : null}
      {pictures.map((picture) => (
        <OneCurrency key={picture.amount.currency} picture={picture} isTable={as === 'table'} />
      ))}
      <p className="quiet">
        <small>{m.notTold()}</small>
      </p>
    </>
  );
}

function OneCurrency({ picture, isTable }: { readonly picture: Schemas['FlowPicture']; readonly isTable: boolean }) {
  const { currency } = picture.amount;
  const id = `h-${currency}`;
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{m.allOf({ sum: moneyText(picture.amount) })}</h2>
      {isTable ? (
        <FlowTable picture={picture} />
      ) : (
        <>
          <div className="only-wide">
            <Sankey picture={picture} />
          </div>
          <div className="only-small">
            <FlowTable picture={picture} />
          </div>
        </>
      )}
    </section>
  );
}
