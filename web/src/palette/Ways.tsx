import { Link, type LinkProps } from '@tanstack/react-router';
import * as common from '#messages';
import * as m from '#messages/palette';
import { list } from '../base/parts/locale.ts';
import { type Answer, targetOf, useIsMember, useWordsOf } from './found.tsx';

const MOST = 5;

type Way = Pick<LinkProps, 'to' | 'params' | 'search' | 'hash'> & { readonly label: string };

type Props = {
  /** What was searched for in vain. */
  readonly q: string;
  readonly answer: Answer | undefined;
  readonly onGo?: () => void;
};

/** Where nothing is found: fewer words, what they name, all projects, and what else there is to read. */
export function Ways({ q, answer, onGo }: Props) {
  const isMember = useIsMember();
  const { nameOf } = useWordsOf(answer);
  const ways: readonly Way[] = [
    ...(answer?.fewer ?? []).map(
      (left): Way => ({ to: '/search', search: { q: left.q }, label: m.wayFewer({ q: left.q, words: list(left.without) }) }),
    ),
    ...(answer?.named ?? []).map(
      (item): Way => ({ ...targetOf(item), label: m.wayNamed({ name: nameOf(item), count: item.projects ?? 0 }) }),
    ),
    { to: '/', label: m.wayAll() },
    ...(isMember ? [{ to: '/', search: { q }, label: common.keepSearch() } satisfies Way] : []),
    { to: '/results', label: common.menuResults() },
    { to: '/policies', label: common.menuPolicies() },
    { to: '/signatories', label: common.menuSignatories() },
    { to: '/how', label: common.menuHow() },
  ];
  return (
    <div className="ways">
      <p>{m.nothing({ q })}</p>
      <ul className="plain">
        {ways.slice(0, MOST).map(({ label, ...target }) => (
          <li key={label}>
            <Link {...target} onClick={onGo}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
