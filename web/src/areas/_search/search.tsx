import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { z } from 'zod/mini';
import * as m from '#messages/palette';
import { Loading } from '../../base/parts/Awaiting.tsx';
import { Heading } from '../../base/parts/PageHead.tsx';
import { textInAddress } from '../../base/parts/search.ts';
import { Find } from '../../lists/controls.tsx';
import { type Answer, type Found, foundQuery, isSearch, targetOf, useIsMember, useWordsOf } from '../../palette/found.tsx';
import { Ways } from '../../palette/Ways.tsx';

export const search = z.object({ q: textInAddress });

const route = getRouteApi('/everybody/search');
const MOST = 20;

/** All that is called, or referred to, by what was typed, group by group. */
export function PublicPage() {
  const { q = '' } = route.useSearch();
  const { data } = useQuery({ ...foundQuery(q, useIsMember(), MOST), throwOnError: true });
  return (
    <>
      <Heading title={m.search()} tab={m.search()} />
      <Find q={q} />
      {isSearch(q) ? data ? <Answered q={q} answer={data} /> : <Loading /> : <p>{m.before()}</p>}
    </>
  );
}

function Answered({ q, answer }: { readonly q: string; readonly answer: Answer }) {
  const { titleOf, detailOf } = useWordsOf(answer);
  const { groups, corrected } = answer;
  const count = groups.reduce((sum, { items }) => sum + items.length, 0);
  return (
    <>
      <p role="status">{corrected ? m.shownFor({ typed: q, q: corrected }) : m.foundFor({ count, q })}</p>
      {groups.length === 0 ? <Ways q={q} answer={answer} /> : null}
      {groups.map(({ group, items, more }) => (
        <section className="part found" key={group} aria-labelledby={group}>
          <h2 id={group}>{m.group({ group })}</h2>
          <ul className="plain">
            {items.map((item) => (
              <li key={item.id}>
                <Titled item={item}>{titleOf(item)}</Titled> <small>{detailOf(item)}</small>
              </li>
            ))}
          </ul>
          {group === 'projects' ? (
            <p>
              <Link to="/" search={{ q: corrected ?? q }}>
                {m.inProjects({ q: corrected ?? q })}
              </Link>
            </p>
          ) : more ? (
            <p>{m.moreThere()}</p>
          ) : null}
        </section>
      ))}
    </>
  );
}

function Titled({ item, children }: { readonly item: Found; readonly children: React.ReactNode }) {
  const target = targetOf(item);
  return target ? <Link {...target}>{children}</Link> : children;
}
