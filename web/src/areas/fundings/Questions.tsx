import * as m from '#messages/fundings';
import { Acts } from '../../acts/Acts.tsx';
import { Words } from '../../acts/Words.tsx';
import { codeText } from '../../acts/words.ts';
import { Icon } from '../../base/parts/Icon.tsx';
import type { Funding } from './offers.ts';

/** What sponsors asked in the round and the proposer answered, as far as the reader may know of it. */
export function Questions({ funding: { id, may = [], names = {}, questions = [] } }: { readonly funding: Funding }) {
  const item = { id, may, names };
  return (
    <section className="part" aria-labelledby="h-questions">
      <h2 id="h-questions">{m.questions()}</h2>
      {questions.map(({ number, sponsor = '', visibility, asked, answer }) => (
        <article key={number}>
          <h3>{m.question({ number })}</h3>
          <p className="quiet">
            <small>
              {names[sponsor] ? `${names[sponsor].text} · ` : null}
              {codeText('code_visibility', visibility)}
            </small>
          </p>
          <Words said={asked} names={names} />
          {answer ? (
            <Words said={answer} names={names} />
          ) : (
            <p>
              <span className="tag wait">
                <Icon name="wait" />
                <span>{m.waitsForAnswer()}</span>
              </span>
            </p>
          )}
          <Acts item={item} only={({ operation, question }) => operation === 'answerQuestion' && question === number} />
        </article>
      ))}
      <Acts item={item} only={({ operation }) => operation === 'askQuestion'} given={() => ({ initial: { visibility: 'asker' } })} />
    </section>
  );
}
