import * as m from '#messages/money';
import { Icon } from '../../parts/Icon.tsx';
import { Scroll } from '../../parts/Scroll.tsx';
import { type Drawn, LINE, lineOf, type Station } from '../../pictures/line.ts';
import type { Way } from './stations.ts';

/** More branches are read in the table below alone. */
const MAX_BRANCHES = 6;

/** The way of the money as a picture, and, where the page is narrow, as a list of the same stations. */
export function Line({ way: { trunk, branches } }: { readonly way: Way }) {
  if (branches.length > MAX_BRANCHES) return null;
  const { width, height, paths, stops, heads } = lineOf(trunk, branches);
  return (
    <>
      <div className="only-wide">
        <Scroll label={m.line()}>
          <svg className="track" width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={m.lineSays()}>
            {paths.map(({ d, certainty, isTrunk }) => (
              <path key={d + certainty} className={`ln-${certainty}${isTrunk && certainty !== 'plan' ? ' trunk' : ''}`} d={d} />
            ))}
            {stops.map((stop) => (
              <Stop key={`${stop.x}/${stop.y}`} {...stop} />
            ))}
            {heads.map(({ text, x, y }) => (
              <text key={y} x={x} y={y} className="soft small">
                {text}
              </text>
            ))}
          </svg>
        </Scroll>
      </div>
      <div className="only-small">
        <Stations className="vline" stations={trunk} />
        <div className="branches">
          {branches.map(({ name, stations }) => (
            <section key={name}>
              <h2>{name}</h2>
              <Stations className="branch" stations={stations} />
            </section>
          ))}
        </div>
      </div>
    </>
  );
}

function Stop({ x, y, textY, state, lines }: Drawn['stops'][number]) {
  const tone = state === 'next' ? ' nxt' : '';
  return (
    <g>
      {state === 'done' ? (
        <>
          <circle className="st-done" cx={x} cy={y} r="10" />
          <path className="st-tick" d={`m${x - 4.2} ${y + 0.3} 3 3 5.4-6.2`} />
        </>
      ) : null}
      {state === 'next' ? (
        <>
          <circle className="st-next" cx={x} cy={y} r="10" />
          <circle className="st-dot" cx={x} cy={y} r="3.5" />
        </>
      ) : null}
      {state === 'open' ? <circle className="st-open" cx={x} cy={y} r="9" /> : null}
      {lines.map(({ text, isNote }, index) => (
        <text key={textY + LINE * index} x={x} y={textY + LINE * index} textAnchor="middle" className={isNote ? 'soft tiny' : `lab${tone}`}>
          {text}
        </text>
      ))}
    </g>
  );
}

const ICONS = { done: 'done', next: 'wait', open: 'none' } as const;

const Stations = ({ className, stations }: { readonly className: string; readonly stations: readonly Station[] }) => (
  <ol className={className}>
    {stations.map(({ label, state, notes }) => (
      <li key={label} className={state === 'done' ? 'past' : undefined}>
        <span className={state === 'next' ? 'n' : 'g'}>
          <Icon name={ICONS[state]} size={17} />
        </span>
        <span>
          {label}
          <small>{notes.join(', ')}</small>
        </span>
      </li>
    ))}
  </ol>
);
