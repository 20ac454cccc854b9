import { Link } from '@tanstack/react-router';
import * as m from '#messages';
import { Icon } from './Icon.tsx';

type Props = {
  readonly label: string;
  /** Of the page that is shown; empty for the first. */
  readonly cursor: string;
  readonly next: string | undefined;
};

/** From one page of a list to the next; the rest of what the address says stays. */
export const Pages = ({ label, cursor, next }: Props) =>
  cursor === '' && next === undefined ? null : (
    <nav className="row far end" aria-label={label}>
      {cursor === '' ? (
        <span />
      ) : (
        <Link className="btn" to="." search={(before: object) => ({ ...before, cursor: undefined })}>
          {m.firstPage()}
        </Link>
      )}
      {next === undefined ? null : (
        <Link className="btn" to="." search={(before: object) => ({ ...before, cursor: next })} rel="next">
          {m.nextPage()} <Icon name="arrow" />
        </Link>
      )}
    </nav>
  );
