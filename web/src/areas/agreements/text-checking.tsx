import * as t from '#messages/agreement-text';
import { Scroll } from '../../parts/Scroll.tsx';
import { Clause, type Edition, Hash } from './text-parts.tsx';

/** Each edition's hash beside the very text that it is taken of, which anybody who may read it can check. */
export const Checking = ({ agreement, editions }: { readonly agreement: string; readonly editions: readonly Edition[] }) => (
  <Clause id="h-editions" title={t.editions()}>
    {editions.map((edition) => (
      <article key={edition.number}>
        <h3>{t.edition({ kind: edition.kind, number: edition.kind === 'draft' ? edition.draft : edition.measure })}</h3>
        <Hash edition={edition} />
        <p>{t.howToCheck({ file: `${agreement}-${edition.number}.txt` })}</p>
        <p className="acts">
          <a href={`/v1/agreements/${agreement}/editions/${edition.number}/text`} download>
            {t.save()}
          </a>
        </p>
        <Scroll label={t.content()}>
          <pre className="canonical">{edition.content}</pre>
        </Scroll>
      </article>
    ))}
  </Clause>
);
