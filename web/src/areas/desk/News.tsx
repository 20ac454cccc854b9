import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import * as m from '#messages/desk';
import { newsQuery } from '../../base/api/own.ts';
import { ItemLink } from '../../base/parts/ItemLink.tsx';
import { momentText } from '../../base/parts/locale.ts';

/** The newest of what the reader has not read. */
export function News() {
  const { data } = useQuery(newsQuery);
  if (!data) return null;
  const { notices, names = {} } = data;
  return (
    <section className="box" aria-labelledby="h-news">
      <h2 id="h-news">{m.cameIn()}</h2>
      {notices.length === 0 ? (
        <p className="quiet">{m.nothingNew()}</p>
      ) : (
        <ul className="came">
          {notices.map(({ place, item, project, at, summary }) => (
            <li key={place}>
              <ItemLink id={item}>{summary}</ItemLink>
              <small className="quiet">
                {project ? `${names[project]?.text ?? project} · ` : null}
                <time dateTime={at}>{momentText(at)}</time>
              </small>
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to="/notifications">{m.allNews()}</Link>
      </p>
    </section>
  );
}
